import type { Page } from '@playwright/test'
import { offeredOptions } from '../../shared/domain/ballot/options.ts'
import { listCriteria } from '../../shared/domain/criteria/form.ts'
import { actsOf } from '../helpers/ballot-acts.ts'
import { castFullBallot, type TestClient } from '../helpers/test-app.ts'
import { expect, test } from './fixtures.ts'
import { independentSteps } from './independent-steps.ts'
import { openBallot, openScoring, type Place } from './open-scoring.ts'

// What a Vietnamese input method of Windows sends: keys as they are, and where letters join, Backspace and the new letter
// under no key of the board, faster than anybody types.

test('keys of an input method choose, write and erase what the person meant', async ({ page }) => {
  const { client, itemIds, memberIds } = await openScoring(page, { members: 5 })
  const [plain = 0, , byCase = 0] = itemIds
  /** That member's ballot, its first criterion answered. */
  const openAnswered = async (member: number): Promise<Place> => {
    const place = { agendaItemId: plain, memberId: memberIds[member] ?? 0 }
    await openBallot(page, place)
    await page.keyboard.press('0')
    await expect.poll(async () => (await client.ballots.get(place)).totals.answered).toBe(1)
    return place
  }
  const typeOpinion = async (key: string, member: number): Promise<void> => {
    const place = await openAnswered(member)
    await send(page, [key, 'S', 'a', 'n', 'Backspace', 'Backspace', 'ả', 'n', ' ', 'p', 'h', 'ẩ', 'm', 'Enter'])
    await expect(page.getByTestId('opinion')).toHaveText('Ý kiến: Sản phẩm')
    await expect
      .poll(async () => {
        const saved = await client.ballots.get(place)
        return [saved.opinion, saved.totals.answered]
      })
      .toEqual(['Sản phẩm', 1])
    // The key behind Enter is a point again.
    await page.keyboard.press('0')
    await expect.poll(async () => (await client.ballots.get(place)).totals.answered).toBe(2)
  }
  await independentSteps({
    'a letter that the input method joins chooses its line, and erases nothing': async () => {
      const place = { agendaItemId: byCase, memberId: memberIds[0] ?? 0 }
      const criteria = listCriteria(await client.rules.itemForm({ agendaItemId: place.agendaItemId }))
      const joined = { a: 'â', d: 'đ', e: 'ê', o: 'ô' }
      const places = Object.entries(joined).map(([letter, sign]) => ({ letter, sign, at: placesOf(criteria, letter) }))
      const found = places.findLast(({ at }) => at.length > 1)
      const [one, other] = found?.at ?? []
      if (found === undefined || one === undefined || other === undefined) throw new Error('no letter names two lines')
      // The cursor goes from one of them to the other.
      for (let criterionIndex = one.index + 1; criterionIndex < other.index; criterionIndex += 1) {
        await actsOf(client).choose({ ...place, criterionIndex, option: 0 })
      }
      await openBallot(page, { ...place, criterion: one.code })
      const chosen = async () => {
        const { choices } = await client.ballots.get(place)
        return [choices[one.index], choices[other.index]]
      }

      await send(page, [found.letter, 'Backspace', found.sign])
      await expect.poll(chosen).toEqual([one.option, other.option])

      // A Backspace of the person's own erases, once no letter followed, and before the key that follows.
      await send(page, ['Backspace'])
      await expect.poll(chosen).toEqual([one.option, null])
      await send(page, ['Backspace', '0'])
      await expect.poll(chosen).toEqual([0, null])
    },
    'a digit that VNI joins with the letter before is the points, and letters typed again are none': async () => {
      const place = await openAnswered(1)
      const criteria = listCriteria(await client.rules.itemForm({ agendaItemId: place.agendaItemId })).slice(0, 4)
      const chosen = async () => {
        const { choices } = await client.ballots.get(place)
        return criteria.map(({ index, criterion: { options } }) => {
          const choice = choices[index] ?? null
          return choice === null || choice === 0 ? choice : options[choice - 1]?.points
        })
      }
      // The letter means nothing in this set; VNI sends á for the 1 behind it.
      await send(page, ['a', 'Backspace', 'á'])
      await expect.poll(chosen).toEqual([0, 1, null, null])
      // Both letters of the syllable are typed again, and nothing is erased.
      await send(page, ['a', 'c', 'Backspace', 'Backspace', 'á', 'c!'])
      await expect.poll(chosen).toEqual([0, 1, 1, null])
      // The digit row of a Vietnamese keyboard types ă, and is the row of digits.
      await send(page, ['ă@Digit1'])
      await expect.poll(chosen).toEqual([0, 1, 1, 1])
    },
    'what is typed behind y at once is the opinion, whole, and no point': () => typeOpinion('y', 2),
    'what is typed behind F2 at once is the opinion, whole, and no point': () => typeOpinion('F2', 3),
    'the s that the input method joins with the y of the command is the first letter of the opinion': async () => {
      const place = await openAnswered(4)
      await send(page, ['y', 'Shift', 'Backspace', 'ý', 'a', 'c', 'h', 'Enter'])
      await expect(page.getByTestId('opinion')).toHaveText('Ý kiến: Sach')

      // In an opinion that stands there, no letter of it is taken.
      await send(page, ['y', 'Backspace', 'ý', 'Enter'])
      await expect(page.getByTestId('opinion')).toHaveText('Ý kiến: Sachs')
      // A Backspace of the person's own takes one.
      await send(page, ['y', 'Backspace'])
      await expect(page.getByRole('textbox', { name: 'Ý kiến ghi trên phiếu' })).toHaveValue('Sach')
      await send(page, ['Enter'])
      await expect(page.getByTestId('opinion')).toHaveText('Ý kiến: Sach')
      expect((await client.ballots.get(place)).totals.answered).toBe(1)
    },
  })
})

test('F4 asks for the reason of opening a confirmed ballot again, and the first letters are in it', async ({
  page,
}) => {
  const { client, itemIds, memberIds } = await openScoring(page)
  const place = { agendaItemId: itemIds[0] ?? 0, memberId: memberIds[0] ?? 0 }
  await castFullBallot(client as unknown as TestClient, place)
  await openBallot(page, place)
  await expect(page.getByText('Phiếu đã xác nhận, muốn sửa phải mở lại.')).toBeVisible()
  await send(page, ['F4', 'N', 'h', 'ầ', 'm', 'Enter'])
  await expect.poll(async () => (await client.ballots.get(place)).state).toBe('draft')
  const [event] = await client.audit.list({ limit: 1, feature: 'ballots' })
  expect(event?.detail).toMatchObject({ reason: 'Nhầm' })
})

/** Where that letter names a line: its criterion, and the line's option number. */
function placesOf(criteria: ReturnType<typeof listCriteria>, letter: string) {
  return criteria.flatMap(({ index, criterion }) => {
    const line = offeredOptions({ criterion, criteriaCase: null }).find((option) => option.letter === letter)
    return line?.sharesPoints === true ? [{ index, code: criterion.code, option: line.optionNumber }] : []
  })
}

/** Keys one behind the other, without waiting for what they do. */
async function send(page: Page, keys: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await Promise.all(keys.map((key) => session.send('Input.dispatchKeyEvent', pressOf(key))))
  await session.detach()
}

const named: Readonly<Record<string, { readonly windowsVirtualKeyCode: number; readonly text?: string }>> = {
  Backspace: { windowsVirtualKeyCode: 8 },
  Enter: { windowsVirtualKeyCode: 13, text: '\r' },
  Shift: { windowsVirtualKeyCode: 16 },
  F2: { windowsVirtualKeyCode: 113 },
  F4: { windowsVirtualKeyCode: 115 },
}

function pressOf(key: string) {
  const type = 'keyDown' as const
  const known = named[key]
  if (known !== undefined) return { type, key, code: key === 'Shift' ? 'ShiftLeft' : key, ...known }
  // `c!` is typed by the input method, `ă@Digit1` by that key of the board.
  const [, letter = '', at = ''] = /^(.)(?:!|@(.+))$/u.exec(key) ?? []
  if (letter !== '') return { type, key: letter, code: at, text: letter }
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : /^[0-9]$/.test(key) ? `Digit${key}` : ''
  return { type, key, code, text: key }
}
