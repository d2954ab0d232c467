/**
 * What contextBridge does, between the page's world and the preload's: values are copied and frozen, functions become calls into
 * the other world, promises settle across. Both worlds share the DOM, so synchronous events carry it; Blink copies their `detail`.
 */
type Crossing =
  | { as: 'value'; value: unknown }
  | { as: 'function'; id: number }
  | { as: 'promise'; id: number }
  | { as: 'array'; items: Crossing[] }
  | { as: 'object'; entries: [string, Crossing][] }

type WorldMessage =
  | { kind: 'hello' }
  | { kind: 'expose'; key: string; api: Crossing }
  | { kind: 'call'; id: number; fn: number; args: Crossing[] }
  | { kind: 'result'; id: number; value: Crossing }
  | { kind: 'thrown'; id: number; message: string }
  | { kind: 'settled'; id: number; value: Crossing }
  | { kind: 'rejected'; id: number; message: string }

type Outcome = Extract<WorldMessage, { kind: 'result' | 'thrown' }>
type Settling = Extract<WorldMessage, { kind: 'settled' | 'rejected' }>

/** @param channel drawn anew for each window, so that a page cannot join in */
export class WorldBridge {
  private made = 0
  private readonly functions = new Map<number, (...args: unknown[]) => unknown>()
  private readonly outcomes = new Map<number, Outcome>()
  private readonly promises = new Map<number, (settling: Settling) => void>()
  private readonly unheard: WorldMessage[] = []
  private heard = false
  // Taken before the page's code can put its own in their place.
  private readonly dispatch = window.dispatchEvent.bind(window)
  private readonly Carrier = CustomEvent

  constructor(
    side: 'page' | 'preload',
    private readonly channel: string,
    private readonly other = side === 'page' ? 'preload' : 'page',
  ) {
    window.addEventListener(`${channel}:${side}`, (event) => {
      if (event instanceof CustomEvent) this.receive(event.detail)
    })
    this.fire({ kind: 'hello' })
  }

  /** Puts a frozen copy on the page's `window`; at once when the page's world is there, else as soon as it is. */
  expose(key: string, api: unknown): void {
    const message: WorldMessage = { kind: 'expose', key, api: this.leave(api) }
    if (this.heard) this.fire(message)
    else this.unheard.push(message)
  }

  private fire(message: WorldMessage): void {
    this.dispatch(new this.Carrier(`${this.channel}:${this.other}`, { detail: message }))
  }

  private leave(value: unknown): Crossing {
    if (typeof value === 'symbol') throw new TypeError('contextBridge: a symbol cannot cross')
    if (typeof value === 'function') {
      const id = ++this.made
      this.functions.set(id, (...args) => Reflect.apply(value, undefined, args))
      return { as: 'function', id }
    }
    if (value instanceof Promise) {
      const id = ++this.made
      value.then(
        (result) => this.fire({ kind: 'settled', id, value: this.leave(result) }),
        (error) => this.fire({ kind: 'rejected', id, message: messageOf(error) }),
      )
      return { as: 'promise', id }
    }
    if (Array.isArray(value)) return { as: 'array', items: value.map((item) => this.leave(item)) }
    if (isPlain(value)) return { as: 'object', entries: Object.entries(value).map(([key, item]) => [key, this.leave(item)]) }
    return { as: 'value', value }
  }

  private arrive(crossing: Crossing): unknown {
    if (crossing.as === 'value') return crossing.value
    if (crossing.as === 'array') return Object.freeze(crossing.items.map((item) => this.arrive(item)))
    if (crossing.as === 'object')
      return Object.freeze(Object.fromEntries(crossing.entries.map(([key, item]) => [key, this.arrive(item)])))
    if (crossing.as === 'function') return (...args: unknown[]) => this.call(crossing.id, args)
    return new Promise((resolve, reject) => {
      this.promises.set(crossing.id, (settling) => {
        if (settling.kind === 'settled') resolve(this.arrive(settling.value))
        else reject(new Error(settling.message))
      })
    })
  }

  private call(fn: number, args: unknown[]): unknown {
    const id = ++this.made
    this.fire({ kind: 'call', id, fn, args: args.map((arg) => this.leave(arg)) })
    const outcome = this.outcomes.get(id)
    this.outcomes.delete(id)
    if (!outcome) throw new Error('contextBridge: the other world is gone')
    if (outcome.kind === 'thrown') throw new Error(outcome.message)
    return this.arrive(outcome.value)
  }

  private receive(message: WorldMessage): void {
    if (message.kind === 'hello') this.greet()
    else if (message.kind === 'expose') {
      Object.defineProperty(window, message.key, { value: this.arrive(message.api), enumerable: true })
    } else if (message.kind === 'call') this.answer(message)
    else if (message.kind === 'result' || message.kind === 'thrown') this.outcomes.set(message.id, message)
    else {
      this.promises.get(message.id)?.(message)
      this.promises.delete(message.id)
    }
  }

  /** Whichever world comes second is heard by the first, which answers once so that both know. */
  private greet(): void {
    if (this.heard) return
    this.heard = true
    this.fire({ kind: 'hello' })
    for (const message of this.unheard.splice(0)) this.fire(message)
  }

  private answer({ id, fn, args }: Extract<WorldMessage, { kind: 'call' }>): void {
    try {
      const value = this.functions.get(fn)?.(...args.map((arg) => this.arrive(arg)))
      this.fire({ kind: 'result', id, value: this.leave(value) })
    } catch (error) {
      this.fire({ kind: 'thrown', id, message: messageOf(error) })
    }
  }
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
