package svoi.desk.consents;

import java.util.UUID;
import svoi.consent.ConsentTexts;
import svoi.desk.DeskView;
import svoi.desk.Frame;

/// The words of a session in large type, for the screen that the person sees and for paper.
public record MeetingTextView(Frame frame, UUID person, ConsentTexts.Text text)
    implements DeskView {}
