package svoi.contact;

import java.util.Map;

/// A question of the decision aid.
///
/// @param answers pages that follow, by answer
public record QuestionView(
    Frame frame, String id, int step, int most, Map<String, String> answers, String start) {}
