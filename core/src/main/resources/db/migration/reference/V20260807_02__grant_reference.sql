GRANT USAGE ON SCHEMA reference TO svoi_site, svoi_contact, svoi_desk;
GRANT SELECT ON reference.v_region, reference.v_offence_article, reference.v_exchange_category, reference.v_authority,
  reference.v_published_exchange, reference.v_published_figure TO svoi_site, svoi_contact, svoi_desk;
