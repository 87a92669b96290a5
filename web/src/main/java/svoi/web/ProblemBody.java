package svoi.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A problem of the API (RFC 9457).
///
/// It has no `status`: what never was public (404) and what is gone (410) have one body.
///
/// @param code what programs compare; it never changes
/// @param title a few words in the language that the client accepts
/// @param incident a number to quote to us, for our own faults only
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProblemBody(String code, @Nullable String title, @Nullable String incident) {
  static final String MEDIA_TYPE = "application/problem+json";

  private static final JsonMapper MAPPER = new JsonMapper();

  byte[] json() {
    return MAPPER.writeValueAsBytes(this);
  }
}
