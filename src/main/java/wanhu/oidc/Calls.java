package wanhu.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Requests to the provider: few at once, short, small, and never led elsewhere, so that a provider
 * that hangs does not hold our pages.
 */
final class Calls implements ResourceRetriever {
    static final Duration CONNECTED_WITHIN = Duration.ofSeconds(3);
    static final Duration ANSWERED_WITHIN = Duration.ofSeconds(4);
    private static final int ANSWER_BYTES_MAX = 256 * 1024;
    private static final int AT_ONCE_MAX = 8;
    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECTED_WITHIN)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final Semaphore places = new Semaphore(AT_ONCE_MAX);

    String get(URI address) throws IOException {
        return send(HttpRequest.newBuilder(address).GET());
    }

    String send(HttpRequest.Builder wish) throws IOException {
        if (!places.tryAcquire()) {
            throw new IOException("Expected fewer requests to the provider at once");
        }
        try {
            return answer(wish.timeout(ANSWERED_WITHIN).build());
        } finally {
            places.release();
        }
    }

    private String answer(HttpRequest request) throws IOException {
        var handler = BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX);
        var coming = client.sendAsync(request, handler);
        try {
            return text(coming.get(ANSWERED_WITHIN.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException broken) {
            throw new IOException("Expected an answer of the provider", broken.getCause());
        } catch (TimeoutException late) {
            throw new IOException("Expected an answer within " + ANSWERED_WITHIN, late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Expected to wait but was stopped", stopped);
        } finally {
            coming.cancel(true);
        }
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != OK) {
            throw new IOException("Expected 200 but got " + answer.statusCode());
        }
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** For the keys of the provider. */
    @Override
    public Resource retrieveResource(URL url) throws IOException {
        return new Resource(get(URI.create(url.toString())), "application/json");
    }
}
