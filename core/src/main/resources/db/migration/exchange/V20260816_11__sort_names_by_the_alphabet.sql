CREATE FUNCTION exchange.in_order(name text) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN translate(name,
    'абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ- ’',
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefgABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg  ') COLLATE "C";
COMMENT ON FUNCTION exchange.in_order(text) IS
  'A key that sorts as the Ukrainian alphabet does, whatever collations the server has; hyphens are spaces, no apostrophes.';
GRANT EXECUTE ON FUNCTION exchange.in_order(text) TO svoi_desk;
