package ackwise.conformance;

/** The clock of a script with transactions: the Sender sleeps before it repeats a request to the coordinator. */
final class TransactionTime extends VirtualTime {
    private Thread sender;
    private TransactionPlay play;

    void attach(Thread sender, TransactionPlay play) {
        this.sender = sender;
        this.play = play;
    }

    @Override
    public void sleep(long ms) {
        if (Thread.currentThread() != sender) super.sleep(ms);
        else play.sleep(ms);
    }
}
