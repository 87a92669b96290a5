package svoi.desk.needs;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.exchange.needs.NeedColumn;
import svoi.exchange.needs.NeedImports;
import svoi.register.imports.Unreadable;
import svoi.staff.Right;
import svoi.web.Uploads;

/// Taking in a table of awaited persons, and the template for it.
@Controller
final class NeedUploadController {
  private static final long MOST_BYTES = 21L * 1024 * 1024;
  private static final String EXAMPLE =
      ",Шаблоненко,Тарас,Зразкович,,,,,,m,1988-03-14,pow,ordinary,2022-05-20,Умовна бригада,Умовна колонія,icrc,"
          + "2022-07-01\r\n";

  private final DeskPages pages;
  private final NeedImports imports;

  NeedUploadController(DeskPages pages, NeedImports imports) {
    this.pages = pages;
    this.imports = imports;
  }

  @Needs({Right.EDIT_NEEDS, Right.EDIT_RETURN_TRACK})
  @GetMapping(NeedImportController.IMPORT)
  ResponseEntity<byte[]> choose(HttpServletRequest request, Officer officer) {
    return choose(request, officer, 200, Typed.empty());
  }

  private ResponseEntity<byte[]> choose(
      HttpServletRequest request, Officer officer, int status, Typed typed) {
    return pages.show(
        request,
        officer,
        status,
        "desk/needs/import",
        "desk.needs.import.title",
        frame -> new NeedUploadView(frame, officer, typed));
  }

  @Needs({Right.EDIT_NEEDS, Right.EDIT_RETURN_TRACK})
  @GetMapping(NeedImportController.IMPORT + "/template.csv")
  ResponseEntity<byte[]> template() {
    String head =
        Arrays.stream(NeedColumn.values()).map(NeedColumn::label).collect(Collectors.joining(","));
    byte[] body = ("\ufeff" + head + "\r\n" + EXAMPLE).getBytes(StandardCharsets.UTF_8);
    return file(body, "needs-template.csv");
  }

  static ResponseEntity<byte[]> file(byte[] body, String name) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv; charset=utf-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(body);
  }

  @Needs({Right.EDIT_NEEDS, Right.EDIT_RETURN_TRACK})
  @PostMapping(NeedImportController.IMPORT)
  ResponseEntity<byte[]> upload(HttpServletRequest request, Officer officer) throws IOException {
    byte[][] file = {new byte[0]};
    try {
      if (Uploads.isUpload(request)) {
        Uploads.read(
            request,
            MOST_BYTES,
            (field, name, content, fields) -> file[0] = content.readAllBytes());
      }
    } catch (Uploads.TooLarge e) {
      return wrong(request, officer, "file-too-large", "");
    }
    if (file[0].length == 0) {
      return wrong(request, officer, "file-missing", "");
    }
    try {
      return DeskPages.see(
          NeedImportController.IMPORT + "/" + imports.upload(file[0], officer.member()));
    } catch (Unreadable e) {
      return wrong(request, officer, e.finding().code(), e.finding().value());
    }
  }

  private ResponseEntity<byte[]> wrong(
      HttpServletRequest request, Officer officer, String code, String value) {
    Typed typed =
        Typed.empty()
            .wrong("file", code, "desk.needs.import.code." + code, new Object[] {"value", value});
    return choose(request, officer, 422, typed);
  }
}
