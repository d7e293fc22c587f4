/** What is written in the line under a conversation: notes, reminders, cash and questions. */
import type { Api, EntryItem } from './contract';
import { fault, wait, type Household } from './fakeHousehold';
import { COUNTERPARTIES } from './fakeLedger';
import { readFakeLine } from './fakeLine';
import { askedIn, fakeAnswer, type Asked } from './fakeQuestion';
import type { Words } from './fakeWords';
import type { ConversationRef } from './generated/ConversationRef';
import type { HistoryRow } from './generated/HistoryRow';
import type { LineAbout } from './generated/LineAbout';
import type { LinePreview } from './generated/LinePreview';

export function fakeWriting(house: Household) {
  const noted = (id: number, note: string): Partial<Words> => ({
    entries: house.with1(id, () => ({ note: note.trim() || null })),
  });
  const nameIn = ({ kind, id }: ConversationRef): string | null =>
    kind === 'account' ? null : (COUNTERPARTIES.find((each) => each.id === id)?.name ?? null);
  const readIn = (conversation: ConversationRef, about: LineAbout | null, text: string): LinePreview => {
    const line = readFakeLine(text, nameIn(conversation));
    return about?.kind === 'entry' && line.kind === 'question' ? { kind: 'note', text, tags: [] } : line;
  };
  const toldOf = (operationKind: string, question: number) => {
    const asked = house.questions.find(({ id }) => id === question);
    return { operationKind, object: asked?.text ?? null, subject: asked ? nameIn(asked.with) : null };
  };
  const paid = (line: LinePreview & { kind: 'cash' }, { kind, id }: ConversationRef): HistoryRow => {
    const entry: EntryItem = {
      id: house.entries.length + 1,
      date: line.day,
      time: line.day === '2026-11-04' ? '10:41' : null,
      money: line.money,
      status: 'booked',
      account: 4,
      counterparty: kind === 'account' ? 5 : id,
      name: line.name,
      text: line.text || null,
      paymentType: 'cash',
      card: null,
      original: null,
      unread: false,
      note: null,
      tags: line.tags,
      category: null,
      typed: `/espèces ${line.money.amount.replace('-', '').replace('.', ',')} ${line.text || line.name} ${line.day}`,
      receipts: [],
      transfer: null,
      refundOf: null,
      isRefunded: false,
      cost: null,
    };
    const part = { operationKind: 'addCash', entry: entry.id, subject: line.name, money: line.money };
    return house.did(part, { entries: [...house.entries, entry] });
  };

  return {
    async noteEntry(id, note) {
      return house.did({ operationKind: 'note', entry: id, object: note.trim() || null }, noted(id, note));
    },
    async readLine({ conversation, about, text }) {
      return readIn(conversation, about, text);
    },
    async sendLine({ conversation, about, text }) {
      const line = readIn(conversation, about, text);
      const question = null;
      if (line.kind === 'search') return { done: [], query: line.query, question };
      if (line.kind === 'question') return { done: [], query: null, question };
      if (line.kind === 'cash') return { done: [paid(line, conversation)], query: null, question };
      const body = line.kind === 'note' || line.kind === 'reminder' ? line : { text: '', tags: [] };
      if (about?.kind === 'entry')
        return {
          done: [
            house.did(
              { operationKind: 'note', entry: about.id, object: body.text },
              noted(about.id, body.text),
            ),
          ],
          query: null,
          question,
        };
      const reminder = line.kind === 'reminder';
      const kept = {
        ...body,
        with: conversation,
        id: about?.kind === 'note' ? about.id : house.notes.length + 10,
        date: reminder ? line.day : '2026-11-04',
        reminder,
        done: false,
        typed: text,
      };
      const others = house.notes.filter(({ id }) => id !== kept.id);
      const isGone = about !== null && line.kind === 'empty';
      const operationKind = isGone ? 'dropNote' : about ? 'editNote' : 'writeNote';
      return {
        done: [
          house.did(
            { operationKind, object: isGone ? null : body.text },
            { notes: line.kind === 'empty' ? others : [...others, kept] },
          ),
        ],
        query: null,
        question,
      };
    },
    async askQuestion(conversation, text, after) {
      if (house.parameters.has('slow')) await wait(900);
      const before = house.questions.find(({ id }) => id === after) ?? null;
      const id = house.log.rows.length + 500;
      const asked = askedIn(conversation, text, id, before);
      const row = house.did(
        { operationKind: 'askQuestion', object: text, subject: nameIn(conversation) },
        { questions: [...house.questions, asked] },
      );
      house.questions = house.questions.map((each) =>
        each.id === id ? { ...each, id: row.operation } : each,
      );
      return row;
    },
    async chooseReading(question, pick) {
      const chosen = (asked: Asked) => (asked.id === question ? { ...asked, pick: JSON.parse(pick) } : asked);
      return house.did(toldOf('editQuestion', question), { questions: house.questions.map(chosen) });
    },
    async dropQuestion(question) {
      return house.did(toldOf('dropQuestion', question), {
        questions: house.questions.filter(({ id }) => id !== question),
      });
    },
    async readAnswer(question) {
      await wait(house.parameters.has('slow') ? 2_000 : 30);
      if (house.parameters.has('busy')) throw fault('busy', 'Le grand livre est occupé.');
      const asked = house.questions.find(({ id }) => id === question);
      if (!asked) throw fault('notFound', 'Cette question n’existe plus.');
      return fakeAnswer(asked, house.entries, house.lang);
    },
    async dropNote(id) {
      return house.did(
        { operationKind: 'dropNote' },
        { notes: house.notes.filter((note) => note.id !== id) },
      );
    },
    async finishReminder(id, done) {
      const finished = house.notes.map((note) => (note.id === id ? { ...note, done } : note));
      return house.did({ operationKind: 'editNote' }, { notes: finished });
    },
    async listTags() {
      const all = [...house.entries, ...house.notes].flatMap(({ tags }) => tags);
      const known = [...new Set([...all, 'maison', 'vacances', 'cadeau'])];
      return known.map((tag) => ({ tag, count: all.filter((each) => each === tag).length }));
    },
  } satisfies Partial<Api>;
}
