CREATE OR REPLACE FUNCTION exchange.take_need_list(list uuid, made_by uuid, agency text) RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  rows integer;
BEGIN
  INSERT INTO exchange.need_list (id, n, made_by, agency) VALUES ($1, 0, $2, $3);
  INSERT INTO exchange.need_row (need_list_id, position, awaited_id, content, salt, row_hash)
  SELECT $1, x.position, x.id, x.content, x.salt, sha256(x.salt || convert_to(x.content::text, 'UTF8'))
  FROM (SELECT (row_number() OVER (ORDER BY a.held_since, a.id))::integer AS position, a.id,
               jsonb_build_object('uk', concat_ws(' ', a.family_uk, a.given_uk, a.patronymic_uk),
                 'ru', concat_ws(' ', a.family_ru, a.given_ru, a.patronymic_ru),
                 'latin', concat_ws(' ', a.family_latin, a.given_latin), 'born', a.born_on,
                 'sex', a.sex, 'category', a.category, 'condition', a.condition, 'held', a.held_since) AS content,
               uuid_send(gen_random_uuid()) AS salt
        FROM exchange.awaited a WHERE a.track = 'negotiated' AND a.state = 'confirmed') x;
  GET DIAGNOSTICS rows = ROW_COUNT;
  RETURN rows;
END $$;
COMMENT ON FUNCTION exchange.take_need_list(uuid, uuid, text) IS
  'A new version: everybody whose captivity is confirmed now, on the negotiated track, longest waiting first. Answers how many.';

CREATE FUNCTION exchange.guard_need_list_sent() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM FROM exchange.awaited a
    WHERE a.id IN (SELECT r.awaited_id FROM exchange.need_row r WHERE r.need_list_id = NEW.id)
    ORDER BY a.id FOR SHARE;
  IF EXISTS (SELECT FROM exchange.need_row r JOIN exchange.awaited a ON a.id = r.awaited_id
             WHERE r.need_list_id = NEW.id AND a.track = 'unconditional') THEN
    PERFORM exchange.refuse('r50_need_list_never_of_the_unconditional_track',
      'somebody in it has come to the track of unconditional return since');
  END IF;
  IF EXISTS (SELECT FROM exchange.need_row r JOIN exchange.awaited a ON a.id = r.awaited_id
             WHERE r.need_list_id = NEW.id AND a.state NOT IN ('reported', 'confirmed')) THEN
    PERFORM exchange.refuse('need_list_names_only_who_is_still_sought', 'somebody in it is not sought any more');
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION exchange.guard_need_list_sent() FROM PUBLIC;
CREATE TRIGGER need_list_is_true_when_sent BEFORE UPDATE OF state ON exchange.need_list
  FOR EACH ROW WHEN (NEW.state = 'sent') EXECUTE FUNCTION exchange.guard_need_list_sent();
