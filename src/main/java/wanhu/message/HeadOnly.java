package wanhu.message;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Reads nothing of the body of an answer: it may come byte by byte, without end. */
final class HeadOnly implements HttpResponse.BodySubscriber<String> {
    private final CompletableFuture<String> nothing = CompletableFuture.completedFuture("");

    @Override
    public CompletionStage<String> getBody() {
        return nothing;
    }

    @Override
    public void onSubscribe(Flow.Subscription body) {
        body.cancel();
    }

    @Override
    public void onNext(List<ByteBuffer> piece) {}

    @Override
    public void onError(Throwable failed) {}

    @Override
    public void onComplete() {}
}
