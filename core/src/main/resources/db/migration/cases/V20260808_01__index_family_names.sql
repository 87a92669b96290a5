CREATE INDEX person_by_family_uk ON cases.person (family_uk);
CREATE INDEX person_by_family_ru ON cases.person (family_ru);
CREATE INDEX person_by_family_latin ON cases.person (family_latin);
COMMENT ON INDEX cases.person_by_family_uk IS
  'With its two sisters: whole family names are looked up here while the search in memory is being read.';
