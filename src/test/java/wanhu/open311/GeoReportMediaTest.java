package wanhu.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.Web;

/** Photos that come with a request, over HTTP. */
@WanhuTest
class GeoReportMediaTest {
    @Autowired Reported reported;
    @Autowired Web web;

    private Reported.Place place;
    private ApiKeys.Made key;

    @BeforeEach
    void make() {
        place = reported.place();
        key = reported.key(place.township());
    }

    private static Visitor.Upload picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return new Visitor.Upload("lamp.png", "image/png", bytes.toByteArray());
    }

    private String[] lamp() {
        return Reported.lamp(key, place, "jurisdiction_id", String.valueOf(Reported.COUNTY));
    }

    @ParameterizedTest
    @EnumSource
    void aPhotoComesWithARequestAndIsReadByItsSenderAlone(Format format) throws IOException {
        var client = reported.client(format);
        var path = "/open311/v2/requests" + client.ending();
        var body = web.visitor().upload(path, "media", picture(), lamp()).body();
        var number = body.replaceFirst("(?s).*?(150998-\\d{8}-\\d{4,}).*", "$1");
        var photo = client.get("requests/" + number, "api_key", key.secret()).text("media_url");
        var address = photo.substring(web.address().length()) + "?jurisdiction_id=150998";

        assertThat(web.visitor().get(address + "&api_key=" + key.secret()).type())
                .isEqualTo("image/jpeg");
        assertThat(web.visitor().get(address).status()).isEqualTo(403);
        assertThat(
                        web.visitor()
                                .get(
                                        address
                                                + "&api_key="
                                                + reported.key(place.township()).secret())
                                .status())
                .isEqualTo(404);
    }

    @Test
    void aBadPhotoDoesNotCostTheRequest() {
        var noise = new Visitor.Upload("a.png", "image/png", new byte[] {1, 2, 3});
        var said = web.visitor().upload("/open311/v2/requests.json", "media", noise, lamp());

        assertThat(said.status()).isEqualTo(200);
        assertThat(said.body()).contains("service_request_id", "media_notice");
    }

    @Test
    void aPhotoIsAddedLaterAndABadOneIs400() throws IOException {
        var client = reported.client(Format.JSON);
        var number = client.post("requests", Reported.lamp(key, place)).text("service_request_id");
        var path = "/open311/v2/requests/" + number + "/media.json?jurisdiction_id=150998";
        var noise = new Visitor.Upload("a.png", "image/png", new byte[] {1, 2, 3});

        assertThat(web.visitor().upload(path, "media", noise, "api_key", key.secret()).status())
                .isEqualTo(400);
        assertThat(web.visitor().upload(path, "media", picture(), "api_key", key.secret()).body())
                .contains("/media/");
        assertThat(web.visitor().upload(path, "media", picture()).status()).isEqualTo(403);
    }
}
