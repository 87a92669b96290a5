GRANT USAGE ON SCHEMA platform TO svoi_site, svoi_contact, svoi_desk;
GRANT SELECT ON platform.v_installation, platform.v_clock TO svoi_site, svoi_contact, svoi_desk;
GRANT SELECT ON platform.v_publication_log TO svoi_site, svoi_desk;
GRANT SELECT ON platform.v_node TO svoi_desk;
REVOKE EXECUTE ON FUNCTION platform.report_node(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.report_node(uuid, text) TO svoi_site, svoi_desk;
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.scheduled_tasks TO svoi_desk;
