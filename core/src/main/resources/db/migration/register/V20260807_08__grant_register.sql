GRANT USAGE ON SCHEMA register TO svoi_site, svoi_desk;
GRANT SELECT ON register.v_profile, register.v_media, register.v_once_public, register.v_once_public_media
  TO svoi_site, svoi_desk;
GRANT SELECT ON register.v_standing, register.v_visible TO svoi_desk;
GRANT SELECT, INSERT ON register.profile, register.profile_text, register.approval, register.hold, register.appearance
  TO svoi_desk;
GRANT UPDATE (proceeding_id, photo_id, video_id, version) ON register.profile TO svoi_desk;
GRANT UPDATE (plot) ON register.profile_text TO svoi_desk;
GRANT UPDATE (lifted_by, lifted_agency, lifted_at) ON register.hold TO svoi_desk;
