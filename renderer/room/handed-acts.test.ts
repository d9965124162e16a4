import { describe, expect, it } from 'vitest'
import type { ChooseAct, OpinionAct } from '../../shared/domain/ballot/acts.ts'
import { hashOfHanded, newRoomAddress, readHanded } from './handed-acts.ts'

const act: ChooseAct = {
  kind: 'choose',
  actId: '0123456789abcdef0123456789abcdef',
  agendaItemId: 7,
  memberId: 3,
  round: 1,
  criterionIndex: 4,
  option: 2,
  seen: null,
}

const { criterionIndex: _row, option: _option, ...place } = act
const said: OpinionAct = { ...place, kind: 'opinion', opinion: 'Bao bì đẹp.\nCần [mã], "1"', seen: '' }

describe('choices handed to the room’s new address', () => {
  it('arrive as they were made', () => {
    const handed = { place: 'file.1.3', acts: [act, { ...act, option: null, seen: 2 }, said] }
    expect(readHanded(hashOfHanded(handed))).toEqual(handed)
  })

  it('are nothing where no page of ours made them', () => {
    const hash = hashOfHanded({ place: 'file.1.3', acts: [act] })
    const spoilt = [
      '',
      '#/7',
      '#handed=',
      '#handed=%',
      hash.slice(0, -4),
      hash.replace('file', 'file%22,%22'),
      hash.replace(act.actId, 'short'),
      hashOfHanded({ place: 'file.1.3', acts: [{ ...act, option: -1 }] }),
      hashOfHanded({ place: 'file.1.3', acts: [{ ...act, round: 1.5 }] }),
      hashOfHanded({ place: 'file.1.3', acts: [{ ...said, opinion: 'x'.repeat(1001) }] }),
      hashOfHanded({ place: 'file.1.3', acts: [] }),
      hashOfHanded({ place: 'file.1.3', acts: Array.from({ length: 4801 }, () => act) }),
    ]
    for (const text of spoilt) expect(readHanded(text), text.slice(0, 60)).toBeNull()
  })

  it('go to the room’s own kind of address only', () => {
    const now = { protocol: 'http:', hostname: '192.168.1.20' }
    expect(newRoomAddress(' 192.168.1.35:47811 ', now)).toBe('http://192.168.1.35:47811')
    expect(newRoomAddress('https://192.168.1.35:47811/', now)).toBe('https://192.168.1.35:47811')
    const named = { protocol: 'https:', hostname: 'phong-hop.example' }
    expect(newRoomAddress('phong-hop.example:47812', named)).toBe('https://phong-hop.example:47812')
    for (const typed of ['', 'example.com', 'javascript:alert(1)', 'http://1.2.3.4@example.com', 'ftp://1.2.3.4']) {
      expect(newRoomAddress(typed, now), typed).toBeNull()
    }
  })
})
