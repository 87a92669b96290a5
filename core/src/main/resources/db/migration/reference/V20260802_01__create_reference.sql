-- What the whole house refers to and no one enters by hand: regions, articles of the Criminal Code,
-- categories of persons, addressees of petitions, and what officials have published on exchanges.

CREATE SCHEMA IF NOT EXISTS reference;

CREATE TABLE reference.region (
  iso         text NOT NULL,
  katotth     text NOT NULL,
  slug        text NOT NULL,
  kind        text NOT NULL,
  sort_uk     int  NOT NULL,
  name_uk     text NOT NULL,
  name_ru     text NOT NULL,
  name_en     text NOT NULL,
  short_uk    text NOT NULL,
  short_ru    text NOT NULL,
  short_en    text NOT NULL,
  genitive_uk text NOT NULL,
  genitive_ru text NOT NULL,
  locative_uk text NOT NULL,
  locative_ru text NOT NULL,
  locative_en text NOT NULL,
  seat_uk     text,
  seat_ru     text,
  seat_en     text,
  evidence    text NOT NULL,
  source      text NOT NULL,
  CONSTRAINT region_named_by_iso PRIMARY KEY (iso),
  CONSTRAINT region_iso_form CHECK (iso ~ '^UA-[0-9]{2}$'),
  CONSTRAINT region_one_per_katotth UNIQUE (katotth),
  CONSTRAINT region_katotth_form CHECK (katotth ~ '^UA[0-9]{17}$'),
  CONSTRAINT region_one_per_slug UNIQUE (slug),
  CONSTRAINT region_slug_form CHECK (slug ~ '^[a-z]+(-[a-z]+)*$'),
  CONSTRAINT region_kind_known CHECK (kind IN ('republic', 'oblast', 'city')),
  CONSTRAINT region_one_place_in_order UNIQUE (sort_uk),
  CONSTRAINT region_locative_uk_has_preposition CHECK (locative_uk ~ '^(у|в) '),
  CONSTRAINT region_locative_ru_has_preposition CHECK (locative_ru ~ '^(в|во) '),
  CONSTRAINT region_locative_en_has_preposition CHECK (locative_en ~ '^in '),
  CONSTRAINT region_has_seat_unless_city
    CHECK (num_nulls(seat_uk, seat_ru, seat_en) = CASE kind WHEN 'city' THEN 3 ELSE 0 END),
  CONSTRAINT region_evidence_marked CHECK (evidence IN ('S', 'R', 'D', 'P')),
  CONSTRAINT region_source_given CHECK (source <> '')
);

COMMENT ON TABLE reference.region IS
  'The 27 regions of Ukraine within its internationally recognised borders.';
COMMENT ON COLUMN reference.region.iso IS
  'ISO 3166-2 code. Its number is not that of KATOTTH: never join the two by number.';
COMMENT ON COLUMN reference.region.katotth IS
  'First-level code of the codifier of administrative units (KATOTTH).';
COMMENT ON COLUMN reference.region.slug IS
  'Part of public addresses, equal in all languages: kyiv is the city, kyiv-oblast the oblast. '
  'Shapes of the map are joined by iso.';
COMMENT ON COLUMN reference.region.kind IS
  'republic (Crimea), oblast, or city with special status (Kyiv, Sevastopol).';
COMMENT ON COLUMN reference.region.sort_uk IS
  'Place in lists: Crimea, the oblasts in the order of the Ukrainian alphabet, the two cities.';
COMMENT ON COLUMN reference.region.name_uk IS 'Full name, nominative.';
COMMENT ON COLUMN reference.region.name_ru IS 'Full name, nominative.';
COMMENT ON COLUMN reference.region.name_en IS 'Full name.';
COMMENT ON COLUMN reference.region.short_uk IS
  'Name for maps and tables; an adjective for oblasts.';
COMMENT ON COLUMN reference.region.short_ru IS
  'Name for maps and tables; an adjective for oblasts.';
COMMENT ON COLUMN reference.region.short_en IS 'Name for maps and tables.';
COMMENT ON COLUMN reference.region.genitive_uk IS 'Full name, genitive, without a preposition.';
COMMENT ON COLUMN reference.region.genitive_ru IS 'Full name, genitive, without a preposition.';
COMMENT ON COLUMN reference.region.locative_uk IS
  'Where: with the preposition as spoken after a pause, у before a consonant, в before a vowel.';
COMMENT ON COLUMN reference.region.locative_ru IS 'Where: with its preposition, в or во.';
COMMENT ON COLUMN reference.region.locative_en IS 'Where: with the preposition in.';
COMMENT ON COLUMN reference.region.seat_uk IS 'Administrative centre; null for a city.';
COMMENT ON COLUMN reference.region.seat_ru IS 'Administrative centre; null for a city.';
COMMENT ON COLUMN reference.region.seat_en IS 'Administrative centre; null for a city.';
COMMENT ON COLUMN reference.region.evidence IS
  'Mark of codes and names: S seen in a public page, R remembered, D derived, P proposed here.';
COMMENT ON COLUMN reference.region.source IS 'Where the codes and names come from.';

CREATE TABLE reference.offence_article (
  article            text    NOT NULL,
  valid_from         date    NOT NULL,
  valid_to           date,
  code_chapter       text    NOT NULL,
  title_uk           text    NOT NULL,
  title_ru           text    NOT NULL,
  title_en           text    NOT NULL,
  offence_group      text    NOT NULL,
  subject            text    NOT NULL,
  in_force_from      date,
  in_force_precision text,
  has_parts          boolean NOT NULL,
  release_clause     text    NOT NULL,
  note               text,
  evidence           text    NOT NULL,
  source             text    NOT NULL,
  CONSTRAINT offence_article_one_title_from_a_day PRIMARY KEY (article, valid_from),
  CONSTRAINT offence_article_number_form CHECK (article ~ '^[0-9]{3}(-[0-9]{1,2})?$'),
  CONSTRAINT offence_article_ends_after_it_begins CHECK (valid_to > valid_from),
  CONSTRAINT offence_article_no_title_before_the_article CHECK (valid_from >= in_force_from),
  CONSTRAINT offence_article_in_force_with_precision
    CHECK ((in_force_from IS NULL) = (in_force_precision IS NULL)),
  CONSTRAINT offence_article_precision_known CHECK (in_force_precision IN ('day', 'year')),
  CONSTRAINT offence_article_year_as_its_first_day
    CHECK (in_force_precision = 'day'
           OR (extract(month FROM in_force_from) = 1 AND extract(day FROM in_force_from) = 1)),
  CONSTRAINT offence_article_group_form CHECK (offence_group ~ '^[a-z]+(-[a-z]+)*$'),
  CONSTRAINT offence_article_release_known
    CHECK (release_clause IN ('yes', 'none known', 'not researched')),
  CONSTRAINT offence_article_evidence_marked CHECK (evidence IN ('S', 'R', 'D', 'P')),
  CONSTRAINT offence_article_source_given CHECK (source <> '')
);

CREATE UNIQUE INDEX offence_article_one_current
  ON reference.offence_article (article) WHERE valid_to IS NULL;

COMMENT ON TABLE reference.offence_article IS
  'Articles of the Criminal Code of Ukraine, one row per title: a verdict is quoted with the title '
  'in force on its date.';
COMMENT ON COLUMN reference.offence_article.article IS
  'Number in the Code; a superscript follows a hyphen: 111-1.';
COMMENT ON COLUMN reference.offence_article.valid_from IS
  'First day of this title. 2001-09-01, when the Code came into force, also stands where the day '
  'the article was added is not in the data (in_force_from is null).';
COMMENT ON COLUMN reference.offence_article.valid_to IS
  'Day on which another title took its place, not included; null while the title is current.';
COMMENT ON COLUMN reference.offence_article.code_chapter IS
  'Chapter of the Special Part: Roman number and a short English name.';
COMMENT ON COLUMN reference.offence_article.title_uk IS 'Title as in the Code.';
COMMENT ON COLUMN reference.offence_article.title_ru IS 'Working translation, not official.';
COMMENT ON COLUMN reference.offence_article.title_en IS 'Working translation, not official.';
COMMENT ON COLUMN reference.offence_article.offence_group IS
  'Our grouping for filters and statistics.';
COMMENT ON COLUMN reference.offence_article.subject IS
  'Who can commit it: citizenship, age, service.';
COMMENT ON COLUMN reference.offence_article.in_force_from IS
  'When the article itself came into the Code; the first of January when only the year is known; '
  'null when the data do not say.';
COMMENT ON COLUMN reference.offence_article.in_force_precision IS 'day or year.';
COMMENT ON COLUMN reference.offence_article.has_parts IS
  'Whether the present text is divided into parts, so that a verdict names one.';
COMMENT ON COLUMN reference.offence_article.release_clause IS
  'Whether the article itself frees from liability one who stops and reports: yes, none known, or '
  'not researched. Promises nothing.';
COMMENT ON COLUMN reference.offence_article.note IS 'For editors, in English.';
COMMENT ON COLUMN reference.offence_article.evidence IS
  'S seen in a public page, R remembered, D derived, P proposed here.';
COMMENT ON COLUMN reference.offence_article.source IS 'Where title and clause come from.';
COMMENT ON INDEX reference.offence_article_one_current IS
  'An article has one current title at most.';

CREATE TABLE reference.exchange_category (
  code      text NOT NULL,
  sort      int  NOT NULL,
  name_uk   text NOT NULL,
  name_ru   text NOT NULL,
  name_en   text NOT NULL,
  norm      text NOT NULL,
  direction text NOT NULL,
  note      text,
  evidence  text NOT NULL,
  source    text NOT NULL,
  CONSTRAINT exchange_category_named_by_code PRIMARY KEY (code),
  CONSTRAINT exchange_category_code_form CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  CONSTRAINT exchange_category_one_place_in_order UNIQUE (sort),
  CONSTRAINT exchange_category_direction_known
    CHECK (direction IN ('returned', 'handed_over', 'departure')),
  CONSTRAINT exchange_category_evidence_marked CHECK (evidence IN ('S', 'R', 'D', 'P')),
  CONSTRAINT exchange_category_source_given CHECK (source <> '')
);

COMMENT ON TABLE reference.exchange_category IS
  'Categories of persons who come home, are handed over or leave, each with the norm that protects '
  'it.';
COMMENT ON COLUMN reference.exchange_category.code IS
  'Only convicted-consenting may have a public profile.';
COMMENT ON COLUMN reference.exchange_category.sort IS 'Place in lists.';
COMMENT ON COLUMN reference.exchange_category.name_uk IS 'Name of the category, plural.';
COMMENT ON COLUMN reference.exchange_category.name_ru IS 'Name of the category, plural.';
COMMENT ON COLUMN reference.exchange_category.name_en IS 'Name of the category, plural.';
COMMENT ON COLUMN reference.exchange_category.norm IS
  'Treaty or law that binds for this category; GC Geneva Convention, AP Additional Protocol.';
COMMENT ON COLUMN reference.exchange_category.direction IS
  'returned to Ukraine, handed_over to Russia, or departure of free will.';
COMMENT ON COLUMN reference.exchange_category.note IS 'For editors, in English.';
COMMENT ON COLUMN reference.exchange_category.evidence IS
  'P: the grouping is proposed here; which parts are seen or remembered, the source says.';
COMMENT ON COLUMN reference.exchange_category.source IS 'Where grouping and norms come from.';

CREATE TABLE reference.authority (
  code                text NOT NULL,
  sort                int  NOT NULL,
  side                text NOT NULL,
  level               text NOT NULL,
  name_local          text NOT NULL,
  name_local_language text NOT NULL,
  name_en             text NOT NULL,
  what_for            text NOT NULL,
  channel_kinds       text NOT NULL,
  answer_term         text NOT NULL,
  warning             text,
  evidence            text NOT NULL,
  evidence_note       text,
  source              text NOT NULL,
  CONSTRAINT authority_named_by_code PRIMARY KEY (code),
  CONSTRAINT authority_code_form CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)+$'),
  CONSTRAINT authority_one_place_in_order UNIQUE (sort),
  CONSTRAINT authority_side_known CHECK (side IN ('RU', 'UA', 'INT')),
  CONSTRAINT authority_level_known
    CHECK (level IN ('federal', 'regional', 'local', 'national', 'international')),
  CONSTRAINT authority_name_language_known CHECK (name_local_language IN ('uk', 'ru')),
  CONSTRAINT authority_evidence_marked CHECK (evidence IN ('S', 'R', 'D', 'P')),
  CONSTRAINT authority_source_given CHECK (source <> '')
);

COMMENT ON TABLE reference.authority IS
  'Bodies to which relatives and counsel may write. No names of office-holders, addresses or '
  'links: they change.';
COMMENT ON COLUMN reference.authority.code IS 'Stable name, prefixed by side.';
COMMENT ON COLUMN reference.authority.sort IS 'Place in lists.';
COMMENT ON COLUMN reference.authority.side IS 'RU Russia, UA Ukraine, INT international.';
COMMENT ON COLUMN reference.authority.level IS
  'federal, regional or local in Russia; national in Ukraine; international.';
COMMENT ON COLUMN reference.authority.name_local IS
  'Name as the writer uses it: Ukrainian for bodies of Ukraine, Russian for all others.';
COMMENT ON COLUMN reference.authority.name_local_language IS
  'Language of name_local, for the lang attribute of a page.';
COMMENT ON COLUMN reference.authority.name_en IS
  'Working translation unless the body uses one itself.';
COMMENT ON COLUMN reference.authority.what_for IS 'What one may ask of it, in English.';
COMMENT ON COLUMN reference.authority.channel_kinds IS
  'Kinds of channel, in English, never an address.';
COMMENT ON COLUMN reference.authority.answer_term IS
  'Term and condition of an answer; 59-FZ is the law of the Russian Federation on appeals.';
COMMENT ON COLUMN reference.authority.warning IS
  'What the writer must be told before choosing this body; null when nothing.';
COMMENT ON COLUMN reference.authority.evidence IS
  'The weakest mark of the row: S seen in a public page, R remembered, D derived, P proposed here.';
COMMENT ON COLUMN reference.authority.evidence_note IS
  'Which facts have which mark, when they differ.';
COMMENT ON COLUMN reference.authority.source IS 'Pages seen, or that it is remembered.';

CREATE TABLE reference.published_exchange (
  id                   int GENERATED ALWAYS AS IDENTITY,
  exchange_no          int,
  no_evidence          text,
  held_on              date NOT NULL,
  stage                text,
  returned_total       int,
  returned_military    int,
  returned_civilian    int,
  handed_to_russia     int,
  cumulative_published int,
  framework            text,
  note                 text,
  evidence             text NOT NULL,
  source               text NOT NULL,
  CONSTRAINT published_exchange_row PRIMARY KEY (id),
  CONSTRAINT published_exchange_stage_once
    UNIQUE NULLS NOT DISTINCT (exchange_no, held_on, stage),
  CONSTRAINT published_exchange_number_positive CHECK (exchange_no > 0),
  CONSTRAINT published_exchange_number_with_evidence
    CHECK ((exchange_no IS NULL) = (no_evidence IS NULL)),
  CONSTRAINT published_exchange_number_seen_or_derived
    CHECK (no_evidence IN ('seen', 'derived')),
  CONSTRAINT published_exchange_counts_not_negative
    CHECK (least(returned_total, returned_military, returned_civilian,
                 handed_to_russia, cumulative_published) >= 0),
  CONSTRAINT published_exchange_evidence_marked CHECK (evidence IN ('S', 'R', 'D', 'P')),
  CONSTRAINT published_exchange_source_given CHECK (source <> '')
);

COMMENT ON TABLE reference.published_exchange IS
  'Exchanges as publicly announced, a row per day, with the numbers as printed: never recomputed, '
  'so nothing asks that parts make a total. As loaded, 2022 and 2023 are a sample, 2024 reconciles '
  'with the published totals, no. 70 was not found, and nothing is later than 2026-03-06.';
COMMENT ON COLUMN reference.published_exchange.id IS 'Names the row; means nothing.';
COMMENT ON COLUMN reference.published_exchange.exchange_no IS
  'Official number, shared by the stages of one exchange; null when unknown or outside the series.';
COMMENT ON COLUMN reference.published_exchange.no_evidence IS
  'seen: the number was printed; derived: it follows from the totals.';
COMMENT ON COLUMN reference.published_exchange.held_on IS
  'Day of the exchange; remembered where the note says so.';
COMMENT ON COLUMN reference.published_exchange.stage IS
  'Stage of an exchange of several days: 1 of 3.';
COMMENT ON COLUMN reference.published_exchange.returned_total IS
  'People who came home to Ukraine; null when not published.';
COMMENT ON COLUMN reference.published_exchange.returned_military IS 'Of them military.';
COMMENT ON COLUMN reference.published_exchange.returned_civilian IS 'Of them civilians.';
COMMENT ON COLUMN reference.published_exchange.handed_to_russia IS
  'People handed to Russia; null when not published. Never shown as a ratio to those returned.';
COMMENT ON COLUMN reference.published_exchange.cumulative_published IS
  'Running total that officials printed with this exchange; the definition is that of exchanges, '
  'returned in reference.figure_definition.';
COMMENT ON COLUMN reference.published_exchange.framework IS
  'Agreement or mediator, in English.';
COMMENT ON COLUMN reference.published_exchange.note IS 'For editors, in English.';
COMMENT ON COLUMN reference.published_exchange.evidence IS
  'S seen in a public page, R remembered, D derived, P proposed here; exceptions are in the note.';
COMMENT ON COLUMN reference.published_exchange.source IS 'Pages seen, or that it is remembered.';

CREATE TABLE reference.figure_definition (
  subject       text NOT NULL,
  metric        text NOT NULL,
  definition_uk text NOT NULL,
  definition_ru text NOT NULL,
  definition_en text NOT NULL,
  CONSTRAINT r44_one_definition_per_series PRIMARY KEY (subject, metric),
  CONSTRAINT r44_one_series_per_definition_uk UNIQUE (definition_uk),
  CONSTRAINT r44_one_series_per_definition_ru UNIQUE (definition_ru),
  CONSTRAINT r44_one_series_per_definition_en UNIQUE (definition_en),
  CONSTRAINT r44_definition_uk_given CHECK (definition_uk <> ''),
  CONSTRAINT r44_definition_ru_given CHECK (definition_ru <> ''),
  CONSTRAINT r44_definition_en_given CHECK (definition_en <> ''),
  CONSTRAINT figure_definition_subject_form CHECK (subject ~ '^[a-z]+(-[a-z]+)*$'),
  CONSTRAINT figure_definition_metric_form CHECK (metric ~ '^[a-z]+(_[a-z]+)*$')
);

COMMENT ON TABLE reference.figure_definition IS
  'What a published figure counts. Subject and metric name a series; a series has one definition '
  'and a definition one series, so figures of different definitions never stand in one line or '
  'sum.';
COMMENT ON COLUMN reference.figure_definition.subject IS 'Whom the figure is about.';
COMMENT ON COLUMN reference.figure_definition.metric IS 'What is counted.';
COMMENT ON COLUMN reference.figure_definition.definition_uk IS
  'One whole phrase to stand under any number, with its unit; it does not agree with the number.';
COMMENT ON COLUMN reference.figure_definition.definition_ru IS
  'One whole phrase to stand under any number, with its unit; it does not agree with the number.';
COMMENT ON COLUMN reference.figure_definition.definition_en IS
  'One whole phrase to stand under any number, with its unit; it does not agree with the number.';

CREATE TABLE reference.published_figure (
  subject         text    NOT NULL,
  metric          text    NOT NULL,
  as_of           date    NOT NULL,
  as_of_precision text    NOT NULL,
  as_of_text      text    NOT NULL,
  value           bigint  NOT NULL,
  at_least        boolean NOT NULL,
  note            text,
  source          text    NOT NULL,
  CONSTRAINT r44_one_figure_per_day PRIMARY KEY (subject, metric, as_of),
  CONSTRAINT r44_figure_has_definition
    FOREIGN KEY (subject, metric) REFERENCES reference.figure_definition,
  CONSTRAINT r44_as_of_precision_known CHECK (as_of_precision IN ('day', 'month')),
  CONSTRAINT r44_month_as_its_last_day
    CHECK (as_of_precision = 'day' OR extract(day FROM as_of + 1) = 1),
  CONSTRAINT r44_as_of_text_agrees
    CHECK (as_of_text = to_char(as_of::timestamp,
             CASE as_of_precision WHEN 'day' THEN 'YYYY-MM-DD' ELSE 'YYYY-MM' END)),
  CONSTRAINT r44_source_given CHECK (source <> ''),
  CONSTRAINT published_figure_not_negative CHECK (value >= 0)
);

COMMENT ON TABLE reference.published_figure IS
  'Figures as officials, media and organisations published them. Those of 2024-07-25 on exchanges '
  'are the opening balance.';
COMMENT ON COLUMN reference.published_figure.subject IS
  'With metric, the series and its definition.';
COMMENT ON COLUMN reference.published_figure.metric IS
  'With subject, the series and its definition.';
COMMENT ON COLUMN reference.published_figure.as_of IS
  'Day the figure describes; the last of the month when only the month is known.';
COMMENT ON COLUMN reference.published_figure.as_of_precision IS 'day or month.';
COMMENT ON COLUMN reference.published_figure.as_of_text IS
  'The date no finer than it is known: 2024-11 or 2024-07-25.';
COMMENT ON COLUMN reference.published_figure.value IS
  'As printed, in the unit that the definition names.';
COMMENT ON COLUMN reference.published_figure.at_least IS
  'Published as "more than" or "at least": to be shown so.';
COMMENT ON COLUMN reference.published_figure.note IS 'For editors, in English.';
COMMENT ON COLUMN reference.published_figure.source IS 'Who published it, or where it was seen.';

-- Contract views: what modules above may read.

CREATE VIEW reference.v_region AS
SELECT iso, katotth, slug, kind, sort_uk, name_uk, name_ru, name_en, short_uk, short_ru, short_en,
       genitive_uk, genitive_ru, locative_uk, locative_ru, locative_en, seat_uk, seat_ru, seat_en,
       evidence, source
  FROM reference.region;

CREATE VIEW reference.v_offence_article AS
SELECT article, valid_from, valid_to, code_chapter, title_uk, title_ru, title_en, offence_group,
       subject, in_force_from, in_force_precision, has_parts, release_clause, note, evidence, source
  FROM reference.offence_article;

CREATE VIEW reference.v_exchange_category AS
SELECT code, sort, name_uk, name_ru, name_en, norm, direction, note, evidence, source
  FROM reference.exchange_category;

CREATE VIEW reference.v_authority AS
SELECT code, sort, side, level, name_local, name_local_language, name_en, what_for, channel_kinds,
       answer_term, warning, evidence, evidence_note, source
  FROM reference.authority;

CREATE VIEW reference.v_published_exchange AS
SELECT id, exchange_no, no_evidence, held_on, stage, returned_total, returned_military,
       returned_civilian, handed_to_russia, cumulative_published, framework, note, evidence, source
  FROM reference.published_exchange;

CREATE VIEW reference.v_published_figure AS
SELECT subject, metric, definition_uk, definition_ru, definition_en, value, at_least, as_of,
       as_of_precision, as_of_text, note, source
  FROM reference.published_figure
  JOIN reference.figure_definition USING (subject, metric);

COMMENT ON VIEW reference.v_region IS 'Contract: the regions; order by sort_uk.';
COMMENT ON VIEW reference.v_offence_article IS
  'Contract: articles with every title they have had; the current ones have no valid_to.';
COMMENT ON VIEW reference.v_exchange_category IS 'Contract: categories of persons; order by sort.';
COMMENT ON VIEW reference.v_authority IS 'Contract: addressees of petitions; order by sort.';
COMMENT ON VIEW reference.v_published_exchange IS
  'Contract: exchanges as announced; order by held_on.';
COMMENT ON VIEW reference.v_published_figure IS
  'Contract: published figures, each with its definition, date and source; a chart or a sum keeps '
  'to one subject and metric.';
