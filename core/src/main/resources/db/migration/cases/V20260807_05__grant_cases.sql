GRANT USAGE ON SCHEMA cases TO svoi_desk;
GRANT SELECT, INSERT, UPDATE ON cases.person, cases.proceeding, cases.charge, cases.verdict TO svoi_desk;
GRANT DELETE ON cases.charge TO svoi_desk;
GRANT SELECT, INSERT ON cases.event TO svoi_desk;
GRANT SELECT ON cases.v_person, cases.v_proceeding, cases.v_event TO svoi_desk;
