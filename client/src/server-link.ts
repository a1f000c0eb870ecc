import { EventEmitter, type Disposable } from "vscode";
import { State, type BaseLanguageClient } from "vscode-languageclient";

/** How the language server is doing: `starting` until it knows every open document, `stopped` when it will not come back by itself. */
export type ServerState = "starting" | "running" | "stopped";

/** The language server as the parts of the window see it, over restarts and crashes. */
export class ServerLink implements Disposable {
  readonly #changed = new EventEmitter<ServerState>();
  #client: BaseLanguageClient | undefined;
  #state: ServerState = "starting";
  readonly onDidChange: EventEmitter<ServerState>["event"] = this.#changed.event;

  get state(): ServerState {
    return this.#state;
  }

  /** The client, while its server answers. */
  get running(): BaseLanguageClient | undefined {
    return this.#state === "running" ? this.#client : undefined;
  }

  /** The client, once a server that is starting has answered or given up. */
  async settled(): Promise<BaseLanguageClient | undefined> {
    if (this.#state === "starting") {
      await new Promise<void>((done) => {
        const listening = this.onDidChange((state) => {
          if (state === "starting") return;
          listening.dispose();
          done();
        });
      });
    }
    return this.running;
  }

  /** A client is being made. */
  starting(): void {
    this.#client = undefined;
    this.#become("starting");
  }

  /** There is no client, and none is coming. */
  stopped(): void {
    this.#client = undefined;
    this.#become("stopped");
  }

  /** Listens to a client that has not been started yet. */
  follow(client: BaseLanguageClient): void {
    this.#client = client;
    client.onDidChangeState(({ newState }) => {
      if (this.#client === client) this.#hear(client, newState);
    });
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #hear(client: BaseLanguageClient, state: State): void {
    switch (state) {
      case State.Starting:
        this.#become("starting");
        return;
      case State.Running:
        void this.#open(client);
        return;
      case State.Stopped:
      case State.StartFailed:
        this.#become("stopped");
        return;
      default:
        state satisfies never;
    }
  }

  /** The client counts as running before it has told the server of the open documents; `start()` ends after that. */
  async #open(client: BaseLanguageClient): Promise<void> {
    await client.start();
    if (this.#client === client && client.isRunning()) this.#become("running");
  }

  #become(state: ServerState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#changed.fire(state);
  }
}
