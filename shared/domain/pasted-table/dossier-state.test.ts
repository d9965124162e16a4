import { expect, it } from 'vitest'
import { readDossierState } from './dossier-state.ts'

it.each([
  { cell: 'Đầy đủ', said: { status: 'complete', lacks: '' } },
  { cell: 'Hồ sơ chưa kiểm tra', said: { status: 'unchecked', lacks: '' } },
  { cell: 'Còn thiếu', said: { status: 'incomplete', lacks: '' } },
  { cell: 'chưa đủ hồ sơ', said: { status: 'incomplete', lacks: '' } },
  { cell: 'thiếu giấy ATTP', said: { status: 'incomplete', lacks: 'Thiếu giấy ATTP' } },
  { cell: 'Thieu giay ATTP', said: { status: 'incomplete', lacks: 'Thiếu giay ATTP' } },
  { cell: 'chưa đủ (thiếu mẫu 02)', said: { status: 'incomplete', lacks: 'Thiếu mẫu 02' } },
  {
    cell: 'Còn thiếu: phiếu kiểm nghiệm (kim loại nặng)',
    said: { status: 'incomplete', lacks: 'Thiếu phiếu kiểm nghiệm (kim loại nặng)' },
  },
])('$cell is $said.status', ({ cell, said }) => {
  expect(readDossierState(cell)).toEqual({ value: said })
})

it.each(['hết', 'đủ, thiếu mẫu 02', 'thiếuuu', 'đủ (bản sao)'])('nobody knows what %s says', (cell) => {
  expect(readDossierState(cell)).toEqual({ fault: 'no-such-state' })
})
