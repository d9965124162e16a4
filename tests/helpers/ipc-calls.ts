import type { ChildProcess } from 'node:child_process'

type Message =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly args: readonly unknown[] }
  | { readonly kind: 'answer'; readonly id: number; readonly value?: unknown; readonly error?: string }

/** Names of calls that the other side may make, and what each does. */
export type CallHandlers = Readonly<Record<string, (...args: never[]) => unknown>>

/** Calls in both directions over a child process's channel. Arguments and answers are JSON. */
export function openCalls(channel: ChildProcess | NodeJS.Process, handlers: CallHandlers) {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let lastId = 0
  channel.on('message', (message: Message) => {
    if (message.kind === 'call') void answer(message)
    else settle(message)
  })
  const send = (message: Message) => {
    if (channel.connected) channel.send?.(message, undefined, undefined, noteGone)
  }
  const answer = async ({ id, name, args }: Message & { readonly kind: 'call' }) => {
    try {
      const handler = handlers[name] as ((...given: readonly unknown[]) => unknown) | undefined
      if (handler === undefined) throw new Error(`no call named ${name}`)
      send({ kind: 'answer', id, value: await handler(...args) })
    } catch (error) {
      send({ kind: 'answer', id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  }
  const settle = ({ id, value, error }: Message & { readonly kind: 'answer' }) => {
    const call = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) call?.resolve(value)
    else call?.reject(new Error(error))
  }
  channel.once('disconnect', () => {
    for (const call of waiting.values()) call.reject(new Error('the other process is gone'))
    waiting.clear()
  })
  return {
    call: <Answer>(name: string, ...args: readonly unknown[]): Promise<Answer> => {
      if (!channel.connected) return Promise.reject(new Error('the other process is gone'))
      lastId += 1
      const call = Promise.withResolvers<unknown>()
      waiting.set(lastId, call)
      send({ kind: 'call', id: lastId, name, args })
      return call.promise as Promise<Answer>
    },
  }
}

/** The other side may end between the question whether it is there and the message. */
function noteGone() {}
