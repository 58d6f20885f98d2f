import { inBothLanguages } from '@/lib/i18n/words'

export const words = inBothLanguages(
  {
    summary: '有地方需要改一下',
    titleWithProblem: (title: string) => `需要修改：${title}`,
    problem: '要改：',
    next: '继续',
    back: '返回',
    change: '修改',
    changeWhat: (what: string) => `修改${what}`,
    none: '没有填',
    nextSteps: '接下来',
    no: '不，先不要',
    dayParts: { year: '年', month: '月', day: '日' },
  },
  {
    summary: 'Something needs your attention',
    titleWithProblem: (title: string) => `Error: ${title}`,
    problem: 'Error: ',
    next: 'Continue',
    back: 'Back',
    change: 'Change',
    changeWhat: (what: string) => `Change ${what}`,
    none: 'Not given',
    nextSteps: 'What happens next',
    no: 'No, leave it',
    dayParts: { year: 'Year', month: 'Month', day: 'Day' },
  },
)
