import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { expect, test } from './fixtures.ts'
import type { Shell } from './hosts/app-host.ts'
import { hostClient } from './host-client.ts'
import { independentSteps } from './independent-steps.ts'
import { openSample } from './open-file.ts'
import { answerSaveDialogs, saveDocument } from './save-document.ts'

const notice = (page: Page) => page.getByTestId('notice')
const saveSheet = (page: Page) => page.getByText('Xuất Excel để trống điểm').click()

async function openFacts(page: Page) {
  await page.evaluate(() => void (location.hash = '#/sessions/1/facts'))
  await expect(page.getByText('Xuất Excel để trống điểm')).toBeVisible()
}

/** From now on notes what the window asks the system to open, in place of doing it. */
const noteOpened = (shell: Shell) =>
  shell.evaluate(({ shell: system }) => {
    const opened: string[] = []
    const openPath = (path: string) => {
      opened.push(`open ${path}`)
      return Promise.resolve('')
    }
    Object.assign(system, { openPath, showItemInFolder: (path: string) => void opened.push(`show ${path}`), opened })
  }, null)

const openedBy = (shell: Shell) =>
  shell.evaluate(({ shell: system }) => (system as unknown as { opened: string[] }).opened, null)

test('the window saves where it is told, says what became of it, and nothing where nothing was wanted', async ({
  page,
  host,
  dataFolder,
}) => {
  test.skip(host.shell === null, 'a browser has no such dialogs')
  const shell = host.shell as Shell
  await openSample(page, 'Cấp huyện, năm 2024')
  await independentSteps({
    'the window says where a file went, and opens it or its folder': async () => {
      await openFacts(page)
      const documents = await shell.evaluate(({ app }) => app.getPath('documents'), null)
      await answerSaveDialogs(shell, documents)
      await noteOpened(shell)
      await saveSheet(page)
      const line = notice(page)
      await expect(line).toContainText('Đã lưu “Mau-phieu-diem_2024-10-22.xlsx” vào Tài liệu')
      await expectAccessible(page)
      const path = join(documents, 'Mau-phieu-diem_2024-10-22.xlsx')
      expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK')
      await line.getByRole('button', { name: 'Mở tệp' }).click()
      await line.getByRole('button', { name: 'Mở thư mục' }).click()
      await expect.poll(() => openedBy(shell)).toEqual([`open ${path}`, `show ${path}`])

      rmSync(path)
      await line.getByRole('button', { name: 'Mở tệp' }).click()
      await expect(line).toContainText('Tệp đã lưu không còn ở nơi đó')
      expect(await openedBy(shell)).toHaveLength(2)
      // The next screen has nothing to do with it.
      await page.keyboard.press('Alt+2')
      await expect(line).toBeEmpty()
    },
    'where the disk does not take a file the window says why, and asks again': async () => {
      const folder = join(dataFolder, 'Hồ sơ lưu')
      // A folder stands where the file was to go.
      mkdirSync(join(folder, 'trùng tên.xlsx', 'x'), { recursive: true })
      await openFacts(page)
      await shell.evaluate(({ dialog }, place) => {
        const paths = [`${place}/trùng tên.xlsx`, `${place}/tên khác`]
        const asked: unknown[] = []
        Object.assign(dialog, {
          asked,
          showSaveDialog: () => Promise.resolve({ canceled: false, filePath: paths.shift() ?? '' }),
          showMessageBox: (...call: readonly unknown[]) => {
            asked.push(call.at(-1))
            // "Thử lại", and as that does not help "Chọn nơi khác".
            return Promise.resolve({ response: asked.length - 1, checkboxChecked: false })
          },
        })
      }, folder)
      await saveSheet(page)
      // The dialog left the ending to the application.
      await expect(notice(page)).toContainText('Đã lưu “tên khác.xlsx”')
      expect(existsSync(join(folder, 'tên khác.xlsx'))).toBe(true)
      const asked = await shell.evaluate(
        ({ dialog }) => (dialog as unknown as { asked: { message: string; detail: string }[] }).asked,
        null,
      )
      expect(asked).toHaveLength(2)
      expect(asked[0]).toMatchObject({ message: 'Chưa lưu được “trùng tên.xlsx”.' })
      expect(asked[0]?.detail).toContain('đã có một thư mục cùng tên')
    },
    'a file that was not wanted after all is nowhere, and nothing is said': async () => {
      // The next screen has nothing to do with the line of before.
      await page.keyboard.press('Alt+2')
      await expect(notice(page)).toBeEmpty()
      await openFacts(page)
      await shell.evaluate(({ dialog }) => {
        const asked = { count: 0 }
        Object.assign(dialog, {
          asked,
          showSaveDialog: () => {
            asked.count += 1
            return Promise.resolve({ canceled: true, filePath: '' })
          },
        })
      }, null)
      const askedFor = () =>
        shell.evaluate(({ dialog }) => (dialog as unknown as { asked: { count: number } }).asked.count, null)
      await saveSheet(page)
      await expect.poll(askedFor).toBe(1)
      // The answer to this comes after the one to the saving.
      await (await hostClient(page)).workspace.status()
      await expect(notice(page)).toBeEmpty()
      // A page that downloads past the application is refused.
      await shell.evaluate(({ session }) => {
        const refused: boolean[] = []
        Object.assign(session.defaultSession, { refused })
        session.defaultSession.on('will-download', (event) => void refused.push(event.defaultPrevented))
      }, null)
      await page.evaluate(() => {
        const link = document.createElement('a')
        link.href = URL.createObjectURL(new Blob(['x']))
        link.download = 'ngoai-le.exe'
        link.click()
      })
      const refused = () =>
        shell.evaluate(({ session }) => (session.defaultSession as unknown as { refused: boolean[] }).refused, null)
      await expect.poll(refused).toEqual([true])
    },
  })
})

test('a browser keeps its downloads itself, and the line says so', { tag: '@browser-only' }, async ({ page, host }) => {
  await openSample(page, 'Cấp huyện, năm 2024')
  await openFacts(page)
  await saveDocument(host, () => saveSheet(page))
  await expect(notice(page)).toHaveText('Đã gửi “Mau-phieu-diem_2024-10-22.xlsx” cho trình duyệt tải về')
  await expect(notice(page).getByRole('button')).toHaveCount(1)
  await expectAccessible(page)
})
