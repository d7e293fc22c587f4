import { describe, expect, it } from 'vitest';

import {
  addDays,
  dayFull,
  dayBefore,
  dayInSentence,
  dayInWeek,
  dayMarker,
  weekday,
  dayInList,
  dayLong,
  dayNear,
  daysBetween,
  dayShort,
  dayTyped,
  monthLong,
  readTypedDay,
} from './format';

const now = '2026-11-04';

describe('a day to come', () => {
  it('is said by its nearness, within the week', () => {
    const near = (day: string) => dayNear(day, 'fr', '2026-11-04');
    expect(near('2026-11-04')).toBe('aujourd’hui');
    expect(near('2026-11-05')).toBe('demain');
    expect(near('2026-11-10')).toBe('mardi');
    expect(dayNear('2026-11-10', 'en', '2026-11-04')).toBe('Tuesday');
    expect(near('2026-11-11')).toBeNull();
    expect(near('2026-11-03')).toBeNull();
  });
});

describe('days for people', () => {
  it('names a day of this year without the year', () => {
    expect(dayLong('2026-10-28', 'fr', now)).toBe('Mercredi 28\u00a0octobre');
    expect(dayLong('2026-10-28', 'en', now)).toBe('Wednesday 28\u00a0October');
  });

  it('keeps a date on one line: only a weekday in full may end the line before', () => {
    expect(dayInSentence('2026-12-01', 'fr', now)).toBe('mardi 1er\u00a0décembre');
    expect(dayInWeek('2026-12-01', 'fr')).toBe('mar.\u00a01er\u00a0déc.');
    expect(dayLong('2025-12-01', 'en', now)).toBe('Monday 1\u00a0December\u00a02025');
  });

  it('adds the year to a day of another year', () => {
    expect(dayShort('2025-12-31', 'fr', now)).toBe('31\u00a0déc.\u00a02025');
    expect(dayShort('2026-10-31', 'en', now)).toBe('31\u00a0Oct');
  });

  it('names today and yesterday on a marker', () => {
    expect(dayMarker('2026-11-04', 'fr', now)).toBe('Aujourd’hui');
    expect(dayMarker('2026-11-03', 'en', now)).toBe('Yesterday');
    expect(dayMarker('2026-11-02', 'fr', now)).toBe('Lundi 2\u00a0novembre');
    expect(dayMarker('2026-11-05', 'en', now)).toBe('Thursday 5\u00a0November');
  });

  it('does not say twice the month of a range', () => {
    expect(dayInSentence('2026-11-05', 'fr', now, '2026-11-07')).toBe('jeudi 5');
    expect(dayInSentence('2026-10-30', 'fr', now, '2026-11-07')).toBe('vendredi 30\u00a0octobre');
    expect(dayInSentence('2026-11-07', 'en', now)).toBe('Saturday 7\u00a0November');
    expect(dayBefore('2026-05-01', 'fr', '2026-05-14')).toBe('1er');
    expect(dayBefore('2026-05-02', 'en', '2026-05-14')).toBe('2');
    expect(dayBefore('2026-04-30', 'fr', '2026-05-14')).toBe('30\u00a0avr.');
    expect(dayBefore('2025-05-01', 'en', '2026-05-14')).toBe('1\u00a0May\u00a02025');
  });

  it('walks over the ends of months and of years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(weekday('2026-11-02')).toBe(0);
    expect(weekday('2026-11-08')).toBe(6);
  });

  it('writes the first of a month as French does', () => {
    expect(dayFull('2026-05-01', 'fr')).toBe('1er\u00a0mai\u00a02026');
    expect(dayFull('2026-05-11', 'fr')).toBe('11\u00a0mai\u00a02026');
    expect(dayFull('2026-05-01', 'en')).toBe('1\u00a0May\u00a02026');
  });

  it('says yesterday, then the weekday, then day and month', () => {
    expect(dayInList('2026-11-03', 'fr', now)).toBe('hier');
    expect(dayInList('2026-11-02', 'fr', now)).toBe('lun.');
    expect(dayInList('2026-10-28', 'fr', now)).toBe('28/10');
    expect(dayInList('2025-10-28', 'en', now)).toBe('28/10/25');
  });

  it('does not call a day to come a weekday of the past', () => {
    expect(dayInList('2026-11-08', 'fr', now)).toBe('08/11');
  });

  it('counts days over the change of clocks', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  });

  it('names a month', () => {
    expect(monthLong('2026-10', 'fr', now)).toBe('octobre');
  });
});

describe('a day in a field', () => {
  it('is written with the day first in both languages', () => {
    expect(dayTyped('2026-11-01', 'fr')).toBe('01/11/2026');
    expect(dayTyped('2026-11-01', 'en')).toBe('01/11/2026');
  });

  it('is read as people write it', () => {
    for (const typed of ['01/11/2026', ' 1/11/2026 ', '1.11.26', '01-11-2026', '1 11 2026', '2026-11-01'])
      expect(readTypedDay(typed), typed).toBe('2026-11-01');
  });

  it('is none when the calendar has no such day', () => {
    for (const typed of [
      '',
      '31/11/2026',
      '29/02/2026',
      '11/27/2026',
      '1/11',
      '1/11/026',
      'hier',
      '0/1/2026',
    ])
      expect(readTypedDay(typed), typed).toBeNull();
    expect(readTypedDay('29/02/2028')).toBe('2028-02-29');
  });
});
