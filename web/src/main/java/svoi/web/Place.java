package svoi.web;

/// Where a page stands in the main navigation.
public enum Place {
  REGISTER,
  REGIONS,
  EXCHANGES,
  CONSENT,
  QUESTIONS,
  CONTACT,
  ELSEWHERE
}
