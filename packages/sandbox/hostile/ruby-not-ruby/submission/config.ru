ELF def ) end 
