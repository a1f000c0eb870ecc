interface Listening {
  dispose(): void;
}

/** As much of VS Code's `EventEmitter` as the extension uses. */
export class EventEmitter<Type> {
  readonly #listeners = new Set<(value: Type) => void>();

  readonly event = (listener: (value: Type) => void): Listening => {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  };

  fire(value: Type): void {
    for (const listener of [...this.#listeners]) listener(value);
  }

  dispose(): void {
    this.#listeners.clear();
  }
}

/** The states of vscode-languageclient, which cannot be loaded outside VS Code. */
export const State = { Stopped: 1, Running: 2, Starting: 3, StartFailed: 4 } as const;
type State = (typeof State)[keyof typeof State];

/** A language client that does what the test says. */
export class FakeClient {
  readonly #changed = new EventEmitter<{ readonly newState: State }>();
  #state: State = State.Stopped;
  #started: Promise<void> = Promise.resolve();
  #opened: () => void = () => undefined;
  /** The requests, and how each is answered. */
  readonly asked: string[] = [];
  answer: (method: string) => Promise<unknown> = () => Promise.resolve(null);

  readonly onDidChangeState = this.#changed.event;

  start(): Promise<void> {
    return this.#started;
  }

  isRunning(): boolean {
    return this.#state === State.Running;
  }

  sendRequest(method: string): Promise<unknown> {
    this.asked.push(method);
    return this.answer(method);
  }

  onProgress(): Listening {
    return { dispose: () => undefined };
  }

  become(state: State): void {
    this.#state = state;
    if (state === State.Starting) this.#started = new Promise((done) => (this.#opened = done));
    this.#changed.fire({ newState: state });
  }

  /** The server knows the open documents. */
  async knowsDocuments(): Promise<void> {
    this.#opened();
    await this.#started;
  }

  async run(): Promise<void> {
    this.become(State.Starting);
    this.become(State.Running);
    await this.knowsDocuments();
  }
}
