// Where pages are made ahead, on a server, there are no elements to define: the browser defines this one.
export class VariorumComparer {}
