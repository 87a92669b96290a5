ALTER TABLE reference.offence_article
  ADD CONSTRAINT offence_article_parts_known UNIQUE (article, valid_from, has_parts);
COMMENT ON CONSTRAINT offence_article_parts_known ON reference.offence_article IS
  'Lets a charge prove by a foreign key whether it must name a part (R19).';
