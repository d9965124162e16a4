import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AppClient } from '../../shared/api/contract.ts'
import type { SessionRecord } from '../../shared/domain/session/session-record.ts'
import { builtWorkbook } from './built-workbook.ts'
import type { SessionPlan } from './run-session.ts'

const sample = (name: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, `../../resources/samples/${name}.xlsx`)))

/** Both samples, open, locked and numbered; then what they do not have. */
export async function allPlans(): Promise<readonly SessionPlan[]> {
  return [
    { name: 'district-2024', workbook: sample('district-2024'), stages: ['open', 'closed', 'numbered'] },
    { name: 'province-2026', workbook: sample('province-2026'), stages: ['open', 'closed', 'numbered'] },
    { name: 'incidents', workbook: await incidents(), stages: ['closed', 'numbered'], prepare: holdIncidents },
    { name: 'none recognised', workbook: await noneRecognised(), stages: ['numbered'] },
    { name: 'nothing decided', workbook: await nothingDecided(), stages: ['closed', 'numbered'] },
  ]
}

/** A product scored again, one rejected before and one after it was scored, one with a recusal; none reaches 90 points. */
const incidents = () =>
  builtWorkbook([
    { code: 'SP01', name: 'Mật ong hoa nhãn 500 ml', setNumber: 9, rounds: [['good', 'good', 'good', 'good', 'good']] },
    {
      code: 'SP02',
      name: 'Chè Shan tuyết',
      setNumber: 3,
      application: 'Nâng hạng',
      rounds: [
        ['good', 'low', 'good', 'good', 'good'],
        ['good', 'good', 'good', 'good', 'good'],
      ],
    },
    {
      code: 'SP03',
      name: 'Rượu ngô men lá',
      setNumber: 3,
      rejected: 'Phiếu kiểm nghiệm hết hạn từ ngày 15/8/2026',
      rounds: [],
    },
    {
      code: 'SP04',
      name: 'Gạo nếp nương',
      setNumber: 3,
      recused: ['TV04'],
      rounds: [['good', 'good', 'good', 'good', 'good']],
    },
    {
      code: 'SP05',
      name: 'Khăn thổ cẩm',
      setNumber: 20,
      application: 'Đánh giá lại',
      rounds: [['low', 'low', 'low', 'low', 'low']],
    },
    { code: 'SP06', name: 'Măng khô', setNumber: 5, rounds: [['good', 'low', 'good', 'good', 'good']] },
    {
      code: 'SP07',
      name: 'Tinh dầu sả',
      setNumber: 16,
      rejected: 'Hồ sơ công bố không phải của chủ thể',
      rounds: [['good', 'good', 'low', 'good', 'good']],
    },
    { code: 'SP08', name: 'Mật ong bạc hà', setNumber: 9, rounds: [['good', 'good', 'good', 'good', 'good']] },
  ])

/** The council concludes one star less and none, lets a spread stand, and the secretary writes when the meeting began and ended. */
async function holdIncidents(client: AppClient, { session, items }: SessionRecord): Promise<void> {
  const itemId = (code: string) => items.find((item) => item.code === code)?.id ?? 0
  const conclusion = { star: 3, note: 'Bao bì chưa ghi đủ 02 nội dung bắt buộc' } as const
  await client.results.conclude({ agendaItemId: itemId('SP01'), ...conclusion })
  await client.results.conclude({ agendaItemId: itemId('SP08'), star: 0, note: 'Chủ thể xin rút sản phẩm' })
  await client.results.waiveSpread({ agendaItemId: itemId('SP06'), reason: 'Thành viên giữ ý kiến về 01 chỉ tiêu' })
  await client.sessions.setMinutes({
    sessionId: session.id,
    beganAt: '08:05',
    endedAt: '16:40',
    discussion: 'Đại diện 03 chủ thể trình bày sản phẩm.',
  })
}

/** One product goes up, the other has two stars. */
const noneRecognised = () =>
  builtWorkbook([
    { code: 'SP01', name: 'Cam đường canh', setNumber: 1, rounds: [['best', 'best', 'best', 'best', 'best']] },
    { code: 'SP02', name: 'Khăn thổ cẩm', setNumber: 20, rounds: [['low', 'low', 'low', 'low', 'low']] },
  ])

/** Nothing is recognised and nothing goes up. */
const nothingDecided = () =>
  builtWorkbook([{ code: 'SP01', name: 'Khăn thổ cẩm', setNumber: 20, rounds: [['low', 'low', 'low', 'low', 'low']] }])
