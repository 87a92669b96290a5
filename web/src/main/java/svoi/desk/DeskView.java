package svoi.desk;

/// What a page of the desk shows; its template gets it as `view`.
public interface DeskView {
  Frame frame();
}
