CREATE INDEX act_that_ends ON consent.act (valid_until) WHERE verified_at IS NOT NULL AND ended_at IS NULL;
CREATE INDEX act_to_be_verified ON consent.act (given_at) WHERE verified_at IS NULL AND ended_at IS NULL;
