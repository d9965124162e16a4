import { describe, expect, it } from 'vitest'
import { indexCommunes, type CommuneChange } from './index-communes.ts'

const change = (oldCommune: string, oldDistrict: string, newCommune: string, more: Partial<CommuneChange> = {}) => ({
  oldCommune,
  oldDistrict,
  oldProvince: 'Bình Định',
  newCommune,
  newProvince: 'Gia Lai',
  code: '',
  fromDay: '2025-07-01',
  ...more,
})

const communes = indexCommunes([
  change('Xã Mỹ Thọ', 'Huyện Phù Mỹ', 'Xã Phù Mỹ Đông', { code: '21900' }),
  change('Xã Mỹ An', 'Huyện Phù Mỹ', 'Xã Phù Mỹ Đông', { code: '21900' }),
  change('Xã Mỹ Hòa', 'Huyện Phù Mỹ', 'Xã Phù Mỹ Nam'),
  change('Xã Bình Hòa', 'Huyện Tây Sơn', 'Xã Bình Hiệp'),
  change('Xã Tân Thành', 'Huyện Tây Sơn', 'Xã Bình Khê'),
  change('Xã Tân Thạnh', 'Huyện Tây Sơn', 'Xã Bình Phú'),
  change('Thị trấn An Lão', 'Huyện An Lão', 'Xã An Lão'),
  change('Xã An Hòa', 'Huyện An Lão', 'Xã An Hòa'),
  change('Xã An Hòa', 'Huyện Chư Prông', 'Xã Ia Lâu'),
  change('Xã An Hòa', '', 'Xã An Lão', { oldProvince: 'Gia Lai', fromDay: '2027-01-01' }),
])
const on = (commune: string, district = '', day = '2026-03-01', province = '') =>
  communes.on({ commune, district, province }, day)

describe('the commune of a day', () => {
  it('is the new one from its first day on, and the old one is not known as another before', () => {
    expect(on('Mỹ Thọ', 'Phù Mỹ')).toMatchObject({ commune: 'Xã Phù Mỹ Đông', province: 'Gia Lai', code: '21900' })
    expect(on('Mỹ Thọ', 'Phù Mỹ', '2025-06-30')).toBeNull()
    expect(on('MỸ THỌ', 'huyện phù mỹ', '2025-07-01')).toMatchObject({ isOther: true })
  })

  it('stays what it is where two exchanged their names on one day', () => {
    const exchanged = indexCommunes([change('Xã Vòng', '', 'Xã Tròn'), change('Xã Tròn', '', 'Xã Vòng')])
    for (const commune of ['Xã Vòng', 'Xã Tròn']) {
      expect(exchanged.on({ commune, district: '' }, '2026-03-01')).toMatchObject({ commune, isOther: false })
    }
  })

  it('is found without a district where no other commune of the name went elsewhere', () => {
    expect(on('xã Mỹ An')).toMatchObject({ commune: 'Xã Phù Mỹ Đông', isOther: true })
  })

  it('of a name that two old communes had is told by the district, and by nothing else', () => {
    expect(on('An Hòa', 'Chư Prông')).toMatchObject({ commune: 'Xã Ia Lâu' })
    expect(on('An Hòa', 'An Lão')).toMatchObject({ commune: 'Xã An Hòa', isOther: true })
    expect(on('An Hòa', 'Hoài Nhơn')).toBeNull()
  })

  it('of a name that accents alone tell from another is told by them', () => {
    expect(on('Tân Thành', 'Tây Sơn')).toMatchObject({ commune: 'Xã Bình Khê' })
    expect(on('tân thạnh', 'Tây Sơn')).toMatchObject({ commune: 'Xã Bình Phú' })
    expect(on('Tan Thanh', 'Tây Sơn')).toBeNull()
  })

  it('stays what it is where it stands under the name of today', () => {
    expect(on('xã Phù Mỹ Đông')).toMatchObject({ commune: 'Xã Phù Mỹ Đông', code: '21900', isOther: false })
    expect(on('An Hòa')).toMatchObject({ commune: 'Xã An Hòa', isOther: false })
  })

  it('follows what became of the new commune later', () => {
    expect(on('An Hòa', 'An Lão', '2027-01-01')).toMatchObject({ commune: 'Xã An Lão' })
    expect(on('An Hòa', '', '2027-01-01')).toMatchObject({ commune: 'Xã An Lão', isOther: true })
    expect(on('An Hòa', 'Chư Prông', '2027-01-01')).toMatchObject({ commune: 'Xã Ia Lâu' })
  })

  it('is told with its day where the change is yet to come', () => {
    const after = (commune: string, district: string, day: string) => communes.after({ commune, district }, day)
    expect(after('Mỹ Thọ', 'Phù Mỹ', '2025-06-30')).toMatchObject({ commune: 'Xã Phù Mỹ Đông', fromDay: '2025-07-01' })
    expect(after('An Hòa', '', '2026-03-01')).toMatchObject({ commune: 'Xã An Lão', fromDay: '2027-01-01' })
    expect(after('Mỹ Thọ', 'Phù Mỹ', '2026-03-01')).toBeNull()
    expect(after('Cát Tiến', 'Phù Cát', '2025-06-30')).toBeNull()
  })

  it('is found however the word for what it is is shortened', () => {
    expect(on('X. Mỹ Thọ', 'H. Phù Mỹ')).toMatchObject({ commune: 'Xã Phù Mỹ Đông' })
    expect(on('TT An Lão', 'An Lão')).toMatchObject({ commune: 'Xã An Lão' })
    expect(on('X. Phù Mỹ Đông')).toMatchObject({ isOther: false })
    expect(on('X.Tân Thạnh', 'H. Tây Sơn')).toMatchObject({ commune: 'Xã Bình Phú' })
  })

  it('is not guessed of a place that the list does not have', () => {
    expect(on('Cát Tiến', 'Phù Cát')).toBeNull()
    expect(on('', 'Phù Mỹ')).toBeNull()
    expect(on('Mỹ Thọ', 'Phù Mỹ', '2026-03-01', 'Quảng Ngãi')).toBeNull()
  })

  it('names all the communes that became one', () => {
    expect(communes.mergedInto('phù mỹ đông').map(({ oldCommune }) => oldCommune)).toEqual(['Xã Mỹ Thọ', 'Xã Mỹ An'])
  })
})
