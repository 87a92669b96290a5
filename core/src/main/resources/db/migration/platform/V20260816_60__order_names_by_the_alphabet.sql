-- What exchange.in_order answers, for every module that keeps names: computed once when a name is written.
CREATE FUNCTION platform.in_order(name text) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN translate(name,
    'аоинкервілстйчмудьгязбпшцюхжєїфщґ СМКПБВГДШЛТРОАЗНІЯЄЮФХЧЖЩЦЙИЕУҐЇЬ-’',
    'ASKROGUCLPVWNbQXFeDgJBTcafZIHMYdE VQOTBCDFcPWUSAJRLgHfYZbIdaNKGXEMe ') COLLATE "C";
COMMENT ON FUNCTION platform.in_order(text) IS
  'A key that sorts as the Ukrainian alphabet does, whatever collations the server has; hyphens are spaces, no apostrophes.';
REVOKE EXECUTE ON FUNCTION platform.in_order(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.in_order(text) TO svoi_desk;
