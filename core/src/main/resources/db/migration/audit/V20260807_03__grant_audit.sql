GRANT USAGE ON SCHEMA audit TO svoi_desk;
REVOKE EXECUTE ON FUNCTION audit.append(text, text, uuid[], text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.append(text, text, uuid[], text) TO svoi_desk;
GRANT SELECT ON audit.v_entry TO svoi_desk;
