// Two invented reports of one event, which differ in the number of passengers.
export const articles = [
  {
    id: 'courier',
    published: '2025-11-08',
    text: 'Ferry runs aground off Tarrow\n\nThe ferry Aldona ran on to rocks at Tarrow on Friday with 212 passengers on board, the coastguard said.',
  },
  {
    id: 'herald',
    published: '2025-11-08',
    text: 'Ferry hits rocks at Tarrow\n\nThe ferry Aldona grounded at Tarrow on Friday with 221 passengers on board, the harbour master said.',
  },
];
