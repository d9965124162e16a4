import { ORPCError } from '@orpc/client'
import { describe, expect, it, test } from 'vitest'
import { answerOf, errorText, isPageFault, isUnanswered } from './refusal.ts'

const keyOf = (error: unknown) => errorText(error, ((key: string) => key) as Parameters<typeof errorText>[1])

/** As the page has it of a call that failed so. */
const failed = (cause: unknown): Promise<unknown> =>
  answerOf(Promise.reject(cause)).then(
    () => null,
    (thrown: unknown) => thrown,
  )

describe('only a call that nobody answered is told as a lost connection', () => {
  it.each<readonly [string, unknown, string]>([
    ['a port that closed', new DOMException('closed', 'AbortError'), 'refusals:no-connection'],
    ['a host that is gone', new TypeError('Failed to fetch'), 'refusals:no-connection'],
    ['a bug of the application', new ORPCError('INTERNAL_SERVER_ERROR'), 'refusals:unexpected'],
    ['input of another form', new ORPCError('BAD_REQUEST'), 'refusals:bad-request'],
    ['a file that is gone', new DOMException('gone', 'NotFoundError'), 'refusals:file-unreadable'],
    ['a file that is held', new DOMException('held', 'NotReadableError'), 'refusals:file-unreadable'],
  ])('%s', async (_what, error, key) => {
    expect(keyOf(await failed(error))).toBe(key)
  })

  it('and a fault of the page is none', () => {
    const fault = new Error('Invalid PDF structure.')
    expect(keyOf(fault)).toBe('refusals:unexpected')
    expect([isUnanswered(fault), isPageFault(fault)]).toEqual([false, true])
  })
})

test('what the application answered is no fault of the page', async () => {
  for (const error of [new TypeError('Failed to fetch'), new ORPCError('INTERNAL_SERVER_ERROR')]) {
    expect(isPageFault(await failed(error))).toBe(false)
  }
})
