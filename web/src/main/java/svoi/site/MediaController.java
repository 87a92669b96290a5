package svoi.site;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import svoi.media.MediaStore;
import svoi.register.ProfileId;
import svoi.register.PublicFile;
import svoi.register.PublicRegister;

/// Pictures, films, captions. Whether a file may be seen is asked of the register at every request,
/// so nothing of a withdrawn person is given out, whoever kept the address.
@Controller
final class MediaController {
  private final PublicRegister register;
  private final MediaStore store;

  MediaController(PublicRegister register, MediaStore store) {
    this.register = register;
    this.store = store;
  }

  @GetMapping("/media/{asset}/{name}")
  ResponseEntity<Resource> file(
      HttpServletRequest request, @PathVariable String asset, @PathVariable String name)
      throws IOException {
    UUID id =
        ProfileId.parse(asset)
            .map(ProfileId::value)
            .orElseThrow(() -> ProfileController.absent(false));
    PublicFile file =
        register
            .file(id, name)
            .orElseThrow(() -> ProfileController.absent(register.oncePublicAsset(id)));
    Path path = store.path(file.sha256());
    if (!Files.isRegularFile(path)) {
      throw ProfileController.absent(false);
    }
    return answer(request, file, path);
  }

  /// The framework cuts ranges and answers `If-None-Match`.
  private static ResponseEntity<Resource> answer(
      HttpServletRequest request, PublicFile file, Path path) throws IOException {
    String tag = '"' + file.sha256() + '"';
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok()
            .eTag(tag)
            .cacheControl(CacheControl.noCache())
            .contentType(type(file))
            .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
            .header("X-Robots-Tag", "noindex");
    if (Ranges.ignored(request, tag)) {
      return answer
          .contentLength(file.bytes())
          .body(new InputStreamResource(Files.newInputStream(path)));
    }
    Ranges.check(request, file.bytes());
    return answer.body(new FileSystemResource(path));
  }

  private static MediaType type(PublicFile file) {
    MediaType type = MediaType.parseMediaType(file.mediaType());
    return type.getType().equals("text") ? new MediaType(type, StandardCharsets.UTF_8) : type;
  }
}
