GRANT USAGE ON SCHEMA media TO svoi_desk;
GRANT SELECT, INSERT ON media.asset, media.rendition TO svoi_desk;
GRANT SELECT ON media.v_asset, media.v_rendition TO svoi_desk;
