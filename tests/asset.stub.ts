/** What a style sheet or a picture is when a component is rendered under Jest: an empty module. */
export default '';
