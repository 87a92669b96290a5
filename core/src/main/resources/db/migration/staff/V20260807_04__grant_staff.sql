GRANT USAGE ON SCHEMA staff TO svoi_desk;
GRANT SELECT ON staff.agency, staff.member, staff.v_agency, staff.v_member TO svoi_desk;
GRANT INSERT ON staff.member TO svoi_desk;
GRANT UPDATE (roles, active) ON staff.member TO svoi_desk;
