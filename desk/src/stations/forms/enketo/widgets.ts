// Enketo's own fields are not used: the browser's are what workers know, and larger.
export default [];
