package wanhu.shell;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** Serves the files of {@link Assets}; an address with a current hash may be kept for a year. */
@Controller
class AssetPages {
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Assets assets;

    AssetPages(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/assets/{tag}/{name}")
    ResponseEntity<byte[]> asset(
            @PathVariable String tag,
            @PathVariable String name,
            @RequestHeader(value = HttpHeaders.ACCEPT_ENCODING, required = false)
                    @Nullable String encodings) {
        return assets.find(name)
                .map(asset -> answer(asset, tag.equals(asset.tag()), encodings))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/favicon.ico")
    ResponseEntity<byte[]> icon(
            @RequestHeader(value = HttpHeaders.ACCEPT_ENCODING, required = false)
                    @Nullable String encodings) {
        return asset("", "seal.svg", encodings);
    }

    private static ResponseEntity<byte[]> answer(
            Assets.Asset asset, boolean current, @Nullable String encodings) {
        boolean zip = encodings != null && encodings.contains("gzip");
        var answer =
                ResponseEntity.ok()
                        .contentType(asset.type())
                        .cacheControl(current ? FOR_EVER : CacheControl.noCache())
                        .varyBy(HttpHeaders.ACCEPT_ENCODING);
        return zip
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(asset.zipped())
                : answer.body(asset.plain());
    }
}
