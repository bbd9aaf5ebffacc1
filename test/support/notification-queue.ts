/** The notifications of the protocol that a test has not seen yet. */
import type { z } from 'zod';
import { notifications } from '../../protocol/index.ts';
import { notificationMethods } from '../../protocol/methods.ts';
import type { NotificationMethod } from '../../protocol/methods.ts';
import type { FakeEditor } from './fake-editor.ts';

/** What a notification carries. */
export type ParamsOfNotification<M extends NotificationMethod> = z.output<(typeof notifications)[M]['params']>;

interface Waiter {
  readonly method: NotificationMethod;
  readonly matches: (params: never) => boolean;
  readonly resolve: (params: never) => void;
}

/** Keeps notifications until a test asks for them, so that none is missed and none is seen twice. */
export class NotificationQueue {
  readonly #pending: { method: string; params: unknown }[] = [];
  readonly #waiters = new Set<Waiter>();
  readonly #ended: Promise<unknown>;

  /** @param ended settles when the agent is gone */
  constructor(editor: FakeEditor, ended: Promise<unknown>) {
    this.#ended = ended;
    for (const method of Object.values(notificationMethods)) {
      editor.onNotification(method, (params) => {
        this.#pending.push({ method, params });
        for (const waiter of this.#waiters) this.#serve(waiter);
      });
    }
  }

  /** The next notification that matches; it and those before it are taken out. @throws {Error} where the agent ends first */
  next<M extends NotificationMethod>(
    method: M,
    matches: (params: ParamsOfNotification<M>) => boolean,
  ): Promise<ParamsOfNotification<M>> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = { method, matches, resolve };
      this.#waiters.add(waiter);
      this.#serve(waiter);
      void this.#ended.then(() => reject(new Error(`The agent ended before it sent the ${method} that was waited for.`)));
    });
  }

  #serve(waiter: Waiter): void {
    const index = this.#pending.findIndex(({ method, params }) => method === waiter.method && waiter.matches(params as never));
    if (index < 0) return;
    this.#waiters.delete(waiter);
    const [found] = this.#pending.splice(0, index + 1).slice(-1);
    waiter.resolve(found!.params as never);
  }
}
