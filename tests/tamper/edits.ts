import { hash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { canonicalJson } from '../../shared/domain/session/canonical-json.ts'
import { buildSessionRecord } from '../../electron/app/sessions/session-record.ts'
import { toReadDb } from '../../electron/db/connection.ts'

/**
 * An alteration of the closed file by somebody with a tool for SQLite, who takes the triggers away for it and puts them
 * back as they were. `names` must stand in what is said of it.
 */
export type Edit = { readonly what: string; readonly names: RegExp; readonly run: string | ((db: Database) => void) }

const set = (table: string, assignment: string, where = '1') => `UPDATE ${table} SET ${assignment} WHERE ${where}`
const row = (table: string, assignment: string, names: RegExp, where = 'rowid = 1'): Edit => ({
  what: `${table}: ${assignment}`,
  names,
  run: set(table, assignment, where),
})
const first = (table: string) => `(SELECT min(rowid) FROM ${table})`

const ofAudit: readonly Edit[] = [
  { what: 'all events deleted', names: /toàn bộ nhật ký đã bị xóa/, run: 'DELETE FROM audit_events' },
  {
    what: 'last event deleted',
    names: /trong tệp|Tệp/,
    run: 'DELETE FROM audit_events WHERE seq = (SELECT max(seq) FROM audit_events)',
  },
  {
    what: 'last ten events deleted, the counter set to match',
    names: /nhật ký/,
    run: `DELETE FROM audit_events WHERE seq > (SELECT max(seq) - 10 FROM audit_events);
      UPDATE workspace SET commits = (SELECT count(*) FROM audit_events)`,
  },
  { what: 'first event deleted', names: /Sự kiện số 2 /, run: 'DELETE FROM audit_events WHERE seq = 1' },
  { what: 'an event in the middle deleted', names: /Sự kiện số 21 /, run: 'DELETE FROM audit_events WHERE seq = 20' },
  { what: 'detail of an event', names: /Sự kiện số 20 /, run: set('audit_events', "detail = '{}'", 'seq = 20') },
  { what: 'who did it', names: /Sự kiện số 20 /, run: set('audit_events', "actor = 'Người khác'", 'seq = 20') },
  {
    what: 'when it was done',
    names: /Sự kiện số 20 /,
    run: set('audit_events', "at = '2026-01-01T00:00:00.000Z'", 'seq = 20'),
  },
  {
    what: 'which command',
    names: /Sự kiện số 20 /,
    run: set('audit_events', "command = 'ballots.confirm'", 'seq = 20'),
  },
  { what: 'whom it is about', names: /Sự kiện số 20 /, run: set('audit_events', "subject = 'ballot:9/9'", 'seq = 20') },
  {
    what: 'rows that it changed taken out',
    names: /Sự kiện số 20 /,
    run: set('audit_events', "changes = ''", 'seq = 20'),
  },
  { what: 'rows that it changed', names: /Sự kiện số 20 /, run: set('audit_events', "changes = '{}'", 'seq = 20') },
  { what: 'a hash', names: /Sự kiện số 20 /, run: set('audit_events', `hash = '${'a'.repeat(64)}'`, 'seq = 20') },
  {
    what: 'a link',
    names: /Sự kiện số 20 /,
    run: set('audit_events', `previous_hash = '${'a'.repeat(64)}'`, 'seq = 20'),
  },
  {
    what: 'two events swapped',
    names: /Sự kiện số 20 /,
    run: 'UPDATE audit_events SET seq = -1 WHERE seq = 20; UPDATE audit_events SET seq = 20 WHERE seq = 21; UPDATE audit_events SET seq = 21 WHERE seq = -1',
  },
  {
    what: 'an event put at the end',
    names: /Sự kiện số \d+ /,
    run: `INSERT INTO audit_events SELECT max(seq) + 1, at, actor, command, subject, detail, hash, '${'b'.repeat(64)}', '' FROM audit_events`,
  },
  {
    what: 'an event put at the end with changes, rightly hashed',
    names: /Chủ thể/,
    run: (db) => {
      db.exec(
        `INSERT INTO audit_events SELECT max(seq) + 1, at, actor, command, subject, detail, hash, hash || '',
        '{"producers":{"changed":[[1,{"name":"HTX Khác"}]]}}' FROM (SELECT * FROM audit_events ORDER BY seq DESC LIMIT 1)`.replace(
          'hash ||',
          "'c' || substr(hash, 2) ||",
        ),
      )
      rehash(db, 1)
    },
  },
  {
    what: 'a score, its event and every hash after it, but not the rows that events tell of',
    names: /Phiếu .*tiêu chí thứ 1/,
    run: (db) => {
      db.exec("UPDATE ballots SET choices = '1' || substr(choices, 2) WHERE id = 1")
      db.exec(`UPDATE audit_events SET detail = replace(detail, '"to":0', '"to":1') WHERE command = 'ballots.choose'`)
      rehash(db, 1)
    },
  },
  {
    what: 'a score with its session’s digest, there and in the audit, every hash computed anew',
    names: /Phiếu .*tiêu chí thứ 1/,
    run: (db) => {
      const other = 'd'.repeat(64)
      db.exec("UPDATE ballots SET choices = '1' || substr(choices, 2) WHERE id = 1")
      db.exec(`UPDATE sessions SET tally_digest = '${other}' WHERE id = 1`)
      db.exec(`UPDATE audit_events SET detail = '{"digest":"${other}"}' WHERE command = 'sessions.close'`)
      rehash(db, 1)
    },
  },
  {
    what: 'the counter of changes',
    names: /Tệp chỉ đếm 3 lần ghi/,
    run: set('workspace', 'commits = 3'),
  },
]

const ofRows: readonly Edit[] = [
  row('workspace', "name = 'Tên khác'", /Tệp .*tên/),
  row('workspace', 'is_sample = 1', /Tệp .*tệp mẫu/),
  row('workspace', `uuid = '${'e'.repeat(32)}'`, /Tệp .*mã định danh/),
  row('councils', "name = 'Hội đồng khác'", /Hội đồng/),
  row('councils', 'quorum_numerator = 1', /Hội đồng .*tử số/),
  row('councils', 'spread_limit = 100', /Hội đồng .*chênh lệch/),
  row('councils', "founding_decision_number = '99/QĐ'", /số quyết định thành lập/),
  row('members', "name = 'Ông Khác'", /Thành viên .*Ông Khác/),
  row('members', "role = 'chair'", /Thành viên .*vai trò/, 'id = 2'),
  row('members', "organisation = 'Sở Khác'", /Thành viên .*đơn vị/),
  row('producers', "name = 'HTX Khác'", /Chủ thể .*HTX Khác/),
  row('producers', "kind = 'Công ty'", /Chủ thể .*loại/),
  row('products', "name = 'Sản phẩm khác'", /Sản phẩm .*Sản phẩm khác/),
  row('products', "code = 'X9'", /Sản phẩm .*X9/),
  row('products', "commune = 'Xã Khác'", /Sản phẩm .*xã/),
  row('products', 'set_number = 2', /Sản phẩm .*bộ sản phẩm/),
  row('sessions', "held_on = '2026-12-31'", /Phiên họp .*ngày họp/),
  row('sessions', "place = 'Nơi khác'", /Phiên họp .*địa điểm/),
  row('sessions', 'round = 9', /Phiên họp .*đợt/),
  row('sessions', 'spread_limit = 100', /Phiên họp .*chênh lệch/, 'id = 2'),
  row('sessions', "rounding = 'integer'", /Phiên họp .*làm tròn/),
  row('sessions', 'referral_threshold = 1', /Phiên họp .*ngưỡng/),
  row('sessions', "sole_operator_note = 'Không'", /Phiên họp .*một người/),
  row('sessions', "discussion = 'Không ai nói gì'", /Phiên họp .*nội dung thảo luận/),
  row('sessions', "ended_at = '23:59'", /Phiên họp .*kết thúc họp lúc/),
  row('sessions', `tally_digest = '${'f'.repeat(64)}'`, /mã kết quả/),
  row('sessions', "state = 'open', tally_digest = NULL", /Phiên họp .*trạng thái/),
  row('sessions', `state = 'closed', tally_digest = '${'f'.repeat(64)}'`, /nhật ký không ghi việc khóa/, 'id = 2'),
  row('attendances', 'is_present = 0', /Điểm danh .*có mặt/, 'session_id = 2'),
  row('attendances', "arrived_at = '07:00'", /Điểm danh .*đến lúc/, 'session_id = 2'),
  row('agenda_items', 'concluded_star = 5', /chương trình .*sao kết luận/, 'concluded_star = 4'),
  row('agenda_items', "conclusion_note = 'Khác'", /ghi chú kết luận/, 'concluded_star = 4'),
  row('agenda_items', "spread_waiver = 'Bỏ qua'", /không chấm lại/),
  row('agenda_items', 'position = 7', /chương trình .*thứ tự/),
  row('agenda_items', "application = 'upgrade'", /loại đề nghị/),
  row('agenda_items', 'scoring_round = 1', /lần chấm/, 'scoring_round = 2'),
  row('exclusions', "kind = 'absent'", /Thành viên không chấm .*loại/, '1'),
  row('exclusions', "reason = 'Khác'", /Thành viên không chấm .*lý do/, '1'),
  row('knockout_answers', "is_rejected = 1, reason = 'Giả mạo'", /Điều kiện loại/, 'agenda_item_id = 3'),
  row('scoring_rounds', "reason = 'Khác'", /Lần chấm .*lý do/, '1'),
  row('ballots', "choices = '1' || substr(choices, 2)", /Phiếu .*tiêu chí thứ 1/, 'id = 1'),
  row(
    'ballots',
    "choices = '0' || substr(choices, 2)",
    /Phiếu .*tiêu chí thứ 1/,
    'agenda_item_id = 3 AND member_id = 1',
  ),
  row('ballots', "opinion = 'Khác'", /Phiếu .*ý kiến/, "opinion <> ''"),
  row('ballots', "state = 'draft'", /Phiếu .*trạng thái/, 'agenda_item_id = 3 AND member_id = 1'),
  row('ballots', "confirmed_by = 'Người khác'", /Phiếu .*người xác nhận/, 'id = 1'),
  row('ballots', "reopened_reason = 'Khác'", /Phiếu .*lý do mở lại/, "reopened_reason <> ''"),
  row('ballots', 'version = 9', /Phiếu .*bản của phiếu/, "state = 'superseded'"),
  {
    what: 'ballots of two members swapped',
    names: /Phiếu .*thành viên/,
    run: `UPDATE ballots SET member_id = 99 WHERE id = 1; UPDATE ballots SET member_id = 1 WHERE id = 2;
      UPDATE ballots SET member_id = 2 WHERE id = 1`,
  },
  {
    what: 'a score together with the digest of its session',
    names: /Phiếu .*tiêu chí thứ 1/,
    run: `UPDATE ballots SET choices = '1' || substr(choices, 2) WHERE id = 1; UPDATE sessions SET tally_digest = '${'f'.repeat(64)}' WHERE id = 1`,
  },
  row('product_pictures', "bytes = x'89504e47'", /Ảnh sản phẩm .*nội dung/, '1'),
  row('agreed_levels', 'option = 2', /Mức thống nhất .*mức/, '1'),
  row('document_register', 'number = 16', /Văn bản .*số/),
  row('document_register', "issued_on = '2026-11-01'", /Văn bản .*ngày ban hành/),
  row('document_register', "signer = 'Người khác'", /Văn bản .*người ký/),
  row('document_register', `recipients = '["Khác"]'`, /Văn bản .*nơi nhận/),
  row('document_register', `data_digest = '${'a'.repeat(64)}'`, /Văn bản .*mã số liệu/),
  row('document_register', "voided_at = 'x', void_reason = 'x'", /Văn bản .*hủy lúc/),
  row('certificates', 'star = 5', /Giấy chứng nhận .*sao/),
  row('certificates', 'number = 77', /Giấy chứng nhận .*77/),
  row('certificates', "expires_on = '2039-01-01'", /Giấy chứng nhận .*hết hạn/),
  row('certificates', "decision_code = '1/QĐ'", /Giấy chứng nhận .*quyết định/),
  row('overprint_layouts', "layout = '{}'", /Vị trí in phôi/),
  row('word_templates', "bytes = x'00', sha256 = 'x' || substr(sha256, 2)", /Mẫu Word .*nội dung tệp/, '1'),
  row('sealed_files', "body = replace(body, '90', '80')", /đã niêm phong không khớp/, "kind = 'rule-set'"),
  {
    what: 'a rule set with its SHA-256 recomputed',
    names: /Bản niêm phong .*mã SHA-256/,
    run: (db) => reseal(db, 'rule-set'),
  },
  {
    what: 'a form with its SHA-256 recomputed',
    names: /Bản niêm phong .*mã SHA-256/,
    run: (db) => reseal(db, 'criteria-set'),
  },
]

const ofWholeRows: readonly Edit[] = [
  ...(
    [
      ['members', 'Thành viên'],
      ['exclusions', 'Thành viên không chấm'],
      ['knockout_answers', 'Điều kiện loại'],
      ['scoring_rounds', 'Lần chấm'],
      ['product_pictures', 'Ảnh sản phẩm'],
      ['agreed_levels', 'Mức thống nhất'],
      ['document_register', 'Văn bản'],
      ['certificates', 'Giấy chứng nhận'],
      ['overprint_layouts', 'Vị trí in phôi'],
      ['word_templates', 'Mẫu Word'],
    ] as const
  ).map(([table, name]): Edit => ({
    what: `${table}: rows deleted`,
    names: new RegExp(`${name}.*không có trong tệp`),
    run: `DELETE FROM ${table}`,
  })),
  {
    what: 'a ballot deleted',
    names: /Phiếu .*không có trong tệp/,
    run: `DELETE FROM ballots WHERE id = ${first('ballots')}`,
  },
  {
    what: 'a ballot put in',
    names: /Phiếu .*nhật ký không hề ghi/,
    run: `INSERT INTO ballots (agenda_item_id, member_id, scoring_round, version, revision, state, choices, opinion,
      saved_at, confirmed_at, reopened_reason) SELECT 4, 1, 2, 1, 1, 'confirmed', choices, '', saved_at, confirmed_at, ''
      FROM ballots WHERE id = 1`,
  },
  {
    what: 'a certificate put in',
    names: /Giấy chứng nhận .*nhật ký không hề ghi/,
    run: `INSERT INTO certificates SELECT 99, 3, year, symbol, 99, 5, decision_code, issued_on, expires_on, data_digest,
      data_facts, numbered_at, 0, NULL, NULL, NULL FROM certificates WHERE id = 1`,
  },
  {
    what: 'a producer put in',
    names: /Chủ thể .*nhật ký không hề ghi/,
    run: "INSERT INTO producers (name, kind) VALUES ('HTX Lạ', '')",
  },
]

/** Of the schema; the triggers stay as the edit leaves them. */
const ofSchema: readonly Edit[] = [
  {
    what: 'a trigger that lets no score be stored',
    names: /keeps_none/,
    run: 'CREATE TRIGGER keeps_none BEFORE UPDATE ON ballots BEGIN SELECT RAISE(IGNORE); END',
  },
  {
    what: 'a trigger of the audit taken away',
    names: /audit_events_never_change/,
    run: 'DROP TRIGGER audit_events_never_change',
  },
  { what: 'a table put in', names: /extra/, run: 'CREATE TABLE extra (x)' },
  { what: 'an index taken away', names: /ballots_one_live/, run: 'DROP INDEX ballots_one_live' },
  {
    what: 'a view altered',
    names: /ballot_scores/,
    run: 'DROP VIEW ballot_scores; CREATE VIEW ballot_scores AS SELECT 1 AS x',
  },
]

/** What the file alone can tell. */
export const edits: readonly Edit[] = [...ofAudit, ...ofRows, ...ofWholeRows, ...ofSchema]

/** What is consistent in itself: only codes and copies outside the file tell. `names` is what must not be said. */
export const consistentEdits: readonly Omit<Edit, 'names'>[] = [
  {
    what: 'who did something, every hash after it computed anew',
    run: (db) => {
      db.exec("UPDATE audit_events SET actor = 'Người khác' WHERE seq = 20")
      rehash(db, 1)
    },
  },
  {
    what: 'a name wherever it stands and in the audit, every hash computed anew',
    run: (db) => {
      db.exec("UPDATE certificates SET data_facts = replace(data_facts, 'HTX Mẫu', 'HTX Khác')")
      db.exec("UPDATE producers SET name = 'HTX Khác' WHERE id = 1")
      db.exec("UPDATE session_products SET producer_name = 'HTX Khác' WHERE producer_name = 'HTX Mẫu'")
      db.exec("UPDATE audit_events SET changes = replace(changes, 'HTX Mẫu', 'HTX Khác')")
      digestAnew(db)
      rehash(db, 1)
    },
  },
]

export function isOfSchema(edit: Pick<Edit, 'what'>): boolean {
  return ofSchema.some(({ what }) => what === edit.what)
}

type Event = {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly command: string
  readonly subject: string
  readonly detail: string
  readonly changes: string
}

/** Computes the chain anew from an event on, as somebody who has read the program would. */
function rehash(db: Database, from: number): void {
  const events = db.prepare<number, Event>('SELECT * FROM audit_events WHERE seq >= ? ORDER BY seq').all(from)
  const set = db.prepare('UPDATE audit_events SET previous_hash = ?, hash = ? WHERE seq = ?')
  // Hashes are unique: none of the old ones may stand in the way.
  db.exec("UPDATE audit_events SET hash = 'x' || substr(hash, 1, 58) || printf('%05d', seq)")
  let previousHash = '0'.repeat(64)
  for (const { seq, at, actor, command, subject, detail, changes } of events) {
    const told = changes === '' ? undefined : changes
    const own = hash('sha256', canonicalJson({ seq, at, actor, command, subject, detail, changes: told, previousHash }))
    set.run(previousHash, own, seq)
    previousHash = own
  }
}

/** Gives each locked session the digest of its words as they stand, wherever the old one stood. */
function digestAnew(db: Database): void {
  const locked = db.prepare<[], { readonly id: number; readonly old: string }>(
    'SELECT id, record_digest AS old FROM sessions WHERE record_digest IS NOT NULL',
  )
  const tell = db.prepare(
    'UPDATE audit_events SET detail = replace(detail, @old, @next), changes = replace(changes, @old, @next)',
  )
  for (const { id, old } of locked.all()) {
    const next = buildSessionRecord(toReadDb(db), id).recordDigest
    db.prepare('UPDATE sessions SET record_digest = ? WHERE id = ?').run(next, id)
    tell.run({ old, next })
  }
}

function reseal(db: Database, kind: string): void {
  const { id, body } = db.prepare('SELECT id, body FROM sealed_files WHERE kind = ? LIMIT 1').get(kind) as {
    readonly id: number
    readonly body: string
  }
  const other = body.replace('"points":3', '"points":4').replace('90', '89')
  db.prepare('UPDATE sealed_files SET body = ?, sha256 = ? WHERE id = ?').run(other, hash('sha256', other), id)
}
