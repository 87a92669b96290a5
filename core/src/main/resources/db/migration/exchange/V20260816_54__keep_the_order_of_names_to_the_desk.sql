REVOKE EXECUTE ON FUNCTION exchange.in_order(text) FROM PUBLIC;

-- The same key: letters that names have often stand first, because translate looks through them one by one.
CREATE OR REPLACE FUNCTION exchange.in_order(name text) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN translate(name,
    'аоинкервілстйчмудьгязбпшцюхжєїфщґ СМКПБВГДШЛТРОАЗНІЯЄЮФХЧЖЩЦЙИЕУҐЇЬ-’',
    'ASKROGUCLPVWNbQXFeDgJBTcafZIHMYdE VQOTBCDFcPWUSAJRLgHfYZbIdaNKGXEMe ') COLLATE "C";
