import { expect, it } from 'vitest'
import { indexPlaceChanges } from './place-changes.ts'

const change = (oldCommune: string, oldDistrict: string, newCommune: string, fromDay = '2025-07-01') => ({
  oldCommune,
  oldDistrict,
  oldProvince: '',
  newCommune,
  newProvince: '',
  code: '',
  fromDay,
})

const changes = indexPlaceChanges([
  change('Xã Phú Nghĩa', 'Huyện Lạc Thủy', 'Xã Lạc Thủy'),
  change('Thị trấn Chi Nê', 'Huyện Lạc Thủy', 'Xã Lạc Thủy'),
  change('Xã Lạc Long', 'Huyện Lạc Thủy', 'Xã Lạc Thủy'),
  change('Xã Hưng Thi', 'Huyện Lạc Thủy', 'Xã An Nghĩa'),
  change('Xã Yên Bồng', 'Huyện Lạc Thủy', 'Xã Yên Bồng'),
  change('Xã Đoàn Kết', 'Huyện Đà Bắc', 'Xã Đà Bắc'),
  change('Xã Đoàn Kết', 'Huyện Yên Thủy', 'Xã Yên Thủy'),
  change('Xã Tân Thành', 'Huyện Lương Sơn', 'Xã Tân Thạnh'),
  change('Xã Chia', 'Huyện Mai Châu', 'Xã Một'),
  change('Xã Chia', 'Huyện Mai Châu', 'Xã Hai'),
  change('Xã Dũng Phong', '', 'Phường Dũng Tiến'),
  change('Phường Dũng Tiến', '', 'Phường Cao Phong', '2027-01-01'),
])
const place = (commune: string, district = '') => ({ commune, district })

it.each([
  ['the old and the new one', place('Phú Nghĩa', 'Lạc Thủy'), place('xã Lạc Thủy'), true],
  ['another that was merged into it', place('TT Chi Nê', 'H. Lạc Thủy'), place('Lạc Thủy'), true],
  ['the old one without its district', place('Phú Nghĩa'), place('Lạc Thủy'), true],
  ['the new one beside the district of before', place('Phú Nghĩa', 'Lạc Thủy'), place('Lạc Thủy', 'Lạc Thủy'), true],
  ['the new one in another district', place('Phú Nghĩa', 'Lạc Thủy'), place('Lạc Thủy', 'Kim Bôi'), false],
  ['one that kept its name', place('Yên Bồng', 'Lạc Thủy'), place('Yên Bồng'), true],
  ['two that became one', place('Phú Nghĩa', 'Lạc Thủy'), place('Lạc Long', 'Lạc Thủy'), false],
  ['the old one and another new one', place('Phú Nghĩa', 'Lạc Thủy'), place('An Nghĩa'), false],
  ['a name of two districts, with its own', place('Đoàn Kết', 'Yên Thủy'), place('Yên Thủy'), true],
  ['a name of two districts, with the other', place('Đoàn Kết', 'Đà Bắc'), place('Yên Thủy'), false],
  ['a name of two districts, without one', place('Đoàn Kết'), place('Yên Thủy'), false],
  ['a commune that was parted', place('Chia', 'Mai Châu'), place('Một'), false],
  ['what accents alone tell apart', place('Tân Thành', 'Lương Sơn'), place('Tân Thành Mới'), false],
  ['a new name in its own accents', place('Tân Thành', 'Lương Sơn'), place('Tân Thạnh'), true],
  ['a new name in other accents', place('Tân Thành', 'Lương Sơn'), place('Tân Thanh'), false],
  ['a new name without accents', place('Tân Thành', 'Lương Sơn'), place('xa Tan Thanh'), true],
  ['a unit that was only renamed', place('xã Dũng Phong'), place('P. Dũng Tiến'), true],
  ['the name of after that', place('xã Dũng Phong'), place('P. Cao Phong'), true],
  ['the name between and after', place('P. Dũng Tiến'), place('P. Cao Phong'), true],
  ['a place that nobody said', place('', 'Lạc Thủy'), place('Lạc Thủy'), false],
])('%s', (_name, one, other, isOne) => {
  expect(changes.areOne(one, other)).toBe(isOne)
  expect(changes.areOne(other, one)).toBe(isOne)
})
