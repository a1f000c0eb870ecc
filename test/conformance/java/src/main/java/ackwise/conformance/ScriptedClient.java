package ackwise.conformance;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.ClientRequest;
import org.apache.kafka.clients.KafkaClient;
import org.apache.kafka.clients.RequestCompletionHandler;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.requests.AbstractRequest;

/**
 * The network client of a script. It answers calls by name, since KafkaClient differs between releases. The Sender's thread
 * is the only one that plays: whatever happens, sends included, happens in its poll.
 */
final class ScriptedClient implements InvocationHandler {
    private final Thread builder = Thread.currentThread();
    private final CountDownLatch started = new CountDownLatch(1);
    private ScriptHost play;
    private int correlation;

    KafkaClient client() {
        Class<?>[] types = {KafkaClient.class};
        return (KafkaClient) Proxy.newProxyInstance(KafkaClient.class.getClassLoader(), types, this);
    }

    /** The Sender's thread waits at its first call until the script is set up. */
    void start(ScriptHost play) {
        this.play = play;
        started.countDown();
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws InterruptedException {
        if (Thread.currentThread() != builder) started.await();
        switch (method.getName()) {
            case "ready", "isReady":
                return play.isReady(((Node) arguments[0]).id());
            case "connectionDelay", "pollDelayMs":
                return play.delayMs(((Node) arguments[0]).id());
            case "newClientRequest":
                return request(arguments);
            case "send":
                play.send((ClientRequest) arguments[0]);
                return null;
            case "poll":
                play.poll((long) arguments[0]);
                return new ArrayList<>();
            case "leastLoadedNode":
                return ClientInternals.leastLoadedNode(method, play.anyNode());
            case "wakeup":
                play.wake();
                return null;
            case "active":
                return true;
            case "connectionFailed":
                return play.isDown(((Node) arguments[0]).id());
            case "inFlightRequestCount":
                return play.inFlight();
            case "close":
                play.closed();
                return null;
            case "authenticationException", "initiateClose":
                return null;
            case "hashCode":
                return System.identityHashCode(proxy);
            default:
                throw new Effect.OracleBroken("the script knows no answer to " + method);
        }
    }

    private ClientRequest request(Object[] arguments) {
        return new ClientRequest(
                (String) arguments[0],
                (AbstractRequest.Builder<?>) arguments[1],
                correlation++,
                "script",
                (long) arguments[2],
                (boolean) arguments[3],
                (int) arguments[4],
                (RequestCompletionHandler) arguments[5]);
    }
}
